package app.lectern.meetings.screen;

import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.integrations.screen.PermissionMissingPane;
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
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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
    private final StackPane side = new StackPane();
    private CalendarBarPane bar;
    private WeekPane week;
    private MonthPane month;
    private MeetingsTablePane list;
    private DetailsSplit split;
    private MeetingDetailsPane details;
    private MeetingEditorPane editor;
    private ImportsPane imports;
    private NeverHeldPane neverHeld;

    @FXML private VBox root;
    @FXML private PageHead head;
    @FXML private Button sync;
    @FXML private MenuButton more;
    @FXML private Button fresh;
    @FXML private MenuButton lists;
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
                .on(Screen.Verb.NEW, () -> Optional.ofNullable(shown.get()).ifPresent(MeetingsView::begin))
                .on(Screen.Verb.EXPORT, () -> Optional.ofNullable(shown.get()).ifPresent(MeetingsView::export))
                .on(Screen.Verb.FIND, () -> Optional.ofNullable(shown.get()).ifPresent(view -> view.bar.focusFilter()))
                .offering(new Screen.Offer("bi-calendar-x", model.words().text("never-held"), shell -> {
                    shell.go(Place.MEETINGS);
                    Optional.ofNullable(shown.get()).ifPresent(view -> view.neverHeld.look());
                }));
    }

    @FXML
    private void initialize() {
        sync.setGraphic(Icons.of("bi-arrow-repeat", 14));
        sync.disableProperty().bind(model.syncing().or(shell.offline()));
        fresh.setGraphic(Icons.of("bi-plus", 14));
        more.setGraphic(Icons.of("bi-three-dots", 14));
        more.getItems().addAll(item("meetings.meet-now", "bi-lightning", this::meetNow), item("meetings.export", "bi-box-arrow-up", this::export));
        var actions = new Actions();
        bar = new CalendarBarPane(model, words);
        week = new WeekPane(words, actions, model::now);
        month = new MonthPane(words, actions, this::openDay);
        list = new MeetingsTablePane(shell, model.text(), actions,
                new SelectionBarPane(shell, model.deeds(), model::integration, model.editor().presets()::all));
        details = new MeetingDetailsPane(shell, model);
        editor = new MeetingEditorPane(shell, model.editor(), this::closeEditor);
        var days = new LoadingPane<Shown>(shell, model.shown(), layout, (node, data) -> fill(data), data -> !data.anything(), nothing(), remedy -> model.load());
        VBox.setVgrow(days, Priority.ALWAYS);
        imports = new ImportsPane(shell, model.imports(), model.deeds(), model::integration);
        lists.setGraphic(Icons.of("bi-file-earmark-arrow-up", 14));
        lists.getItems().addAll(item("meetings.import", "bi-file-earmark-spreadsheet", imports::open),
                item("meetings.term", "bi-calendar-week", () -> imports.term(model.today())), item("meetings.imports", "bi-clock-history", imports::earlier));
        var guard = new GuardBarPane(shell, model.guard(), model.deeds(), model::integration);
        neverHeld = new NeverHeldPane(shell, model.neverHeld(), model::integration, row -> model.lookAt(row.last()));
        more.getItems().addAll(item("meetings.guard", "bi-shield-exclamation", guard::look), item("never-held", "bi-calendar-x", neverHeld::look));
        var left = new VBox(bar, guard, days, imports.bar());
        left.setMinSize(0, 0);
        var calendar = new Card().flush(left);
        calendar.setId("meetings-calendar");
        split = new DetailsSplit(shell, "meetings", calendar, side, USUAL_DIVIDER);
        model.details().subscribe(chosen -> {
            details.show(chosen);
            editor.answers(chosen.map(MeetingsViewModel.Details::attendees).orElse(List.of()));
        });
        model.editor().target().subscribe(target -> {
            side.getChildren().setAll(target.isPresent() ? editor : details);
            if (target.isEmpty() && split != null) {
                split.hideDetails();
            }
        });
        model.chosen().subscribe(entry -> {
            var key = entry.map(CalendarEntry::key);
            week.choose(key);
            list.choose(key);
        });
        model.trouble().subscribe(met -> met.ifPresent(problem -> {
            model.trouble().set(Optional.empty());
            shell.dialogs().show(problem);
        }));
        content.getChildren().setAll(split);
        model.shown().subscribe(data -> head.setSubtitle(model.summary()));
        model.missing().subscribe(report -> {
            content.getChildren().setAll(report.<Node>map(this::permissionMissing).orElse(split));
        });
        var off = Bindings.createBooleanBinding(() -> !model.mayCreate(), model.shown());
        fresh.disableProperty().bind(off);
        lists.disableProperty().bind(off);
        model.handedOver().subscribe(this::takeOver);
        root.sceneProperty().subscribe(this::takeOver);
        Runnable showFound = () -> {
            if (root.getScene() != null) {
                var found = model.found().get();
                model.found().set(Optional.empty());
                found.ifPresent(actions::open);
            }
        };
        model.found().subscribe(showFound);
        root.sceneProperty().subscribe(showFound);
        model.load();
    }

    /// Brings a plan of another screen into the editor as soon as this one is shown.
    private void takeOver() {
        var waiting = model.handedOver().get();
        if (waiting.isEmpty() || root.getScene() == null) {
            return;
        }
        model.handedOver().set(Optional.empty());
        unlessChanged(() -> {
            model.take(waiting.get());
            showEditor();
        });
    }

    private MenuItem item(String key, String icon, Runnable action) {
        var item = new MenuItem(words.text(key), Icons.of(icon, 14));
        item.setOnAction(chosen -> action.run());
        return item;
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
                .button(words.text("overview.sync.now"), "bi-arrow-repeat", model::syncNow).unless(model.syncing().or(shell.offline()))
                .button(words.text("meetings.new"), "bi-plus", this::begin);
    }

    /// At the next full hour of the day that is looked at.
    @FXML
    private void begin() {
        var start = model.nextHour();
        begin(start, start.plusHours(1));
    }

    private void begin(LocalDateTime start, LocalDateTime end) {
        if (!model.mayCreate()) {
            return;
        }
        unlessChanged(() -> {
            model.begin(start, end);
            showEditor();
        });
    }

    private void showEditor() {
        if (model.editor().target().get().isEmpty()) {
            return;
        }
        if (split.detailsAreSheet()) {
            split.showDetails();
        }
        editor.begin();
    }

    /// An instant meeting would stand in no calendar, and nothing of it could be read later.
    private void meetNow() {
        shell.dialogs().confirm(Dialogs.Confirmation.of(words.text("meetings.meet-now.title"), words.text("meetings.meet-now.text"),
                words.text("meetings.meet-now.accept"), words.text("meetings.meet-now.refuse")), () -> {
            var start = model.thisMinute();
            begin(start, start.plusHours(1));
        });
    }

    private void closeEditor() {
        unlessChanged(() -> {
            model.editor().close();
            split.hideDetails();
            week.focusGrid();
        });
    }

    /// What was entered and is not kept yet is asked about first.
    private void unlessChanged(Runnable action) {
        if (model.editor().target().get().isEmpty() || !model.editor().plan().changed().get()) {
            action.run();
            return;
        }
        shell.dialogs().askAboutEdits(model.editor().plan().get().subject(), () -> {
            model.editor().keep();
            action.run();
        }, action);
    }

    @FXML
    private void sync() {
        model.syncNow();
    }

    private void export() {
        shell.dialogs().chooseTarget(words.text("meetings.export"), "meetings.ics", CALENDAR).ifPresent(target ->
                model.export(target, count -> shell.notifications().finished(words.text("meetings.exported", count), target.toString())));
    }

    private final class Actions implements CalendarActions {
        @Override
        public void explain(WeekEntryPane at) {
            var entry = at.piece().entry();
            TroublePane.show(words, at, () -> model.retry(entry), () -> open(entry));
        }

        @Override
        public void choose(CalendarEntry entry) {
            if (model.chosen().get().map(CalendarEntry::key).filter(entry.key()::equals).isEmpty()) {
                unlessChanged(() -> model.choose(entry));
            }
        }

        @Override
        public void open(CalendarEntry entry) {
            if (entry.isRehearsed()) {
                imports.review();
                return;
            }
            unlessChanged(() -> {
                model.choose(entry);
                if (entry.slot().isPresent()) {
                    showEditor();
                } else {
                    split.showDetails();
                }
            });
        }

        @Override
        public void draft(LocalDateTime start, LocalDateTime end) {
            begin(start, end);
        }

        @Override
        public boolean canMove(CalendarEntry entry) {
            return entry.isMovable(model.now());
        }

        @Override
        public void move(CalendarEntry entry, LocalDateTime start, LocalDateTime end) {
            unlessChanged(() -> {
                model.choose(entry);
                model.editor().move(start, end);
                editor.accept();
            });
        }

        @Override
        public void openDay(LocalDate day) {
            MeetingsView.this.openDay(day);
        }

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
