package app.lectern.meetings.screen;

import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.integrations.screen.PermissionMissingPane;
import app.lectern.meetings.screen.MeetingsViewModel.Shown;
import app.lectern.shell.DetailsSplit;
import app.lectern.shell.Dialogs;
import app.lectern.shell.LoadingPane;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.PageHead;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Meetings screen: the calendar or the list, and everything about the chosen meeting beside it.
public final class MeetingsView {
    private static final Dialogs.FileKind CALENDAR = new Dialogs.FileKind("iCalendar", List.of("*.ics"));
    private static final double USUAL_DIVIDER = 0.66;

    private final MeetingsViewModel model;
    private final Shell shell;
    private final Words words;
    private final StackPane layout = new StackPane();
    private CalendarBarPane bar;
    private WeekPane week;
    private MonthPane month;
    private MeetingsTablePane list;
    private DetailsSplit split;

    @FXML private VBox root;
    @FXML private PageHead head;
    @FXML private Button sync;
    @FXML private Button export;
    @FXML private StackPane content;

    MeetingsView(MeetingsViewModel model, Shell shell, AtomicReference<MeetingsView> shown) {
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
        shown.set(this);
    }

    public static Screen screen(MeetingsViewModel model) {
        var shown = new AtomicReference<MeetingsView>();
        return Screen.of(Place.MEETINGS, shell -> shell.fxml().load(MeetingsView.class, model, shell, shown))
                .on(Screen.Verb.REFRESH, model::load)
                .on(Screen.Verb.SYNC, model::syncNow)
                .on(Screen.Verb.EXPORT, () -> Optional.ofNullable(shown.get()).ifPresent(MeetingsView::export))
                .on(Screen.Verb.FIND, () -> Optional.ofNullable(shown.get()).ifPresent(view -> view.bar.focusFilter()));
    }

    @FXML
    private void initialize() {
        sync.setGraphic(Icons.of("bi-arrow-repeat", 14));
        export.setGraphic(Icons.of("bi-box-arrow-up", 14));
        var actions = new Actions();
        bar = new CalendarBarPane(model, words);
        week = new WeekPane(words, actions, model::now);
        month = new MonthPane(words, actions, this::openDay);
        list = new MeetingsTablePane(shell, model.text(), actions);
        var details = new MeetingDetailsPane(shell, model);
        var days = new LoadingPane<Shown>(shell, model.shown(), layout, (node, now) -> fill(now), now -> !now.anything(), nothing(), remedy -> model.load());
        VBox.setVgrow(days, Priority.ALWAYS);
        var left = new VBox(bar, days);
        left.setMinSize(0, 0);
        split = new DetailsSplit(shell, "meetings", new Card().flush(left), details, USUAL_DIVIDER);
        model.details().subscribe(details::show);
        model.chosen().subscribe(entry -> {
            var key = entry.map(CalendarEntry::key);
            week.choose(key);
            list.choose(key);
        });
        content.getChildren().setAll(split);
        model.shown().subscribe(now -> head.setSubtitle(model.summary()));
        model.missing().subscribe(report -> content.getChildren().setAll(report.<Node>map(this::permissionMissing).orElse(split)));
        model.load();
    }

    private Card permissionMissing(PermissionReport report) {
        return new Card().flush(PermissionMissingPane.of(shell, report, Capability.SYNC_CALENDARS, model::checkAgain));
    }

    private void fill(Shown now) {
        var page = model.page().get();
        var chosen = model.chosen().get().map(CalendarEntry::key);
        var columns = page.columns(now.entries(), words.zone());
        bar.say(page.title(columns, words.locale()));
        var wanted = switch (page.mode()) {
            case DAY, WEEK -> {
                week.show(columns, now.entries(), chosen);
                yield week;
            }
            case MONTH -> {
                month.show(page, now.entries(), chosen, model.now());
                yield month;
            }
            case LIST -> {
                list.show(now.entries(), chosen);
                yield list;
            }
        };
        if (!layout.getChildren().equals(List.of(wanted))) {
            layout.getChildren().setAll(wanted);
        }
    }

    private void openDay(LocalDate day) {
        model.page().set(new CalendarPage(CalendarMode.DAY, day));
        week.moveCursor(day);
        week.focusGrid();
    }

    private StatePane nothing() {
        return new StatePane("bi-calendar-week", Tone.NEUTRAL, words.text("meetings.none"), words.text("meetings.none.text"))
                .button(words.text("overview.sync.now"), "bi-arrow-repeat", model::syncNow);
    }

    @FXML
    private void sync() {
        model.syncNow();
    }

    @FXML
    private void export() {
        shell.dialogs().chooseTarget(words.text("meetings.export"), "meetings.ics", CALENDAR).ifPresent(target ->
                model.export(target, count -> shell.notifications().finished(words.text("meetings.exported", count), target.toString())));
    }

    private final class Actions implements CalendarActions {
        @Override
        public void choose(CalendarEntry entry) {
            model.choose(entry);
        }

        @Override
        public void open(CalendarEntry entry) {
            model.choose(entry);
            split.showDetails();
        }

        @Override
        public void draft(LocalDateTime start, LocalDateTime end) {}

        @Override
        public boolean canMove(CalendarEntry entry) {
            return false;
        }

        @Override
        public void move(CalendarEntry entry, LocalDateTime start, LocalDateTime end) {}

        @Override
        public void turn(int pages) {
            model.turn(pages);
        }

        @Override
        public void today() {
            model.goTo(model.today());
            week.moveCursor(model.today());
        }
    }
}
