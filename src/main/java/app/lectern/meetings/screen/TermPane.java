package app.lectern.meetings.screen;

import app.lectern.meetings.planning.bulk.TermPattern;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.DateFields;
import app.lectern.shell.controls.FieldRow;
import app.lectern.words.Words;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The dialog that fills a term: weekly times from a first to a last day, without the days that are free. Everything else of the meetings is
/// taken from the plan that is in the editor, or from what is usual.
final class TermPane extends VBox {
    private static final int USUAL_WEEKS = 12;
    private static final int MOST_WEEKS_BETWEEN = 52;

    private final Words words;
    private final Map<DayOfWeek, CheckBox> days = new EnumMap<>(DayOfWeek.class);
    private final TextField starts = new TextField("09:00");
    private final TextField ends = new TextField("10:00");
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final Spinner<Integer> every = new Spinner<>(1, MOST_WEEKS_BETWEEN, 1);
    private final TextField free = new TextField();
    private final TextField subject = new TextField();
    private final Label said = new Label();
    private Button accept;

    private TermPane(Words words, LocalDate today, String template) {
        this.words = words;
        setSpacing(10);
        subject.setId("term-subject");
        subject.setText(template);
        var week = new FlowPane(10, 6);
        for (var day : DayOfWeek.values()) {
            var box = new CheckBox(day.getDisplayName(TextStyle.SHORT, words.locale()));
            box.setId("term-" + day.name().toLowerCase(Locale.ROOT));
            box.selectedProperty().addListener((observed, before, on) -> judge());
            days.put(day, box);
            week.getChildren().add(box);
        }
        starts.setId("term-starts");
        starts.setPrefWidth(90);
        ends.setId("term-ends");
        ends.setPrefWidth(90);
        DateFields.in(from, words);
        DateFields.in(until, words);
        from.setId("term-from");
        from.setValue(today);
        until.setId("term-until");
        until.setValue(today.plusWeeks(USUAL_WEEKS));
        every.setId("term-every");
        every.setPrefWidth(80);
        free.setId("term-free");
        free.setPromptText("2026-12-21..2027-01-03, 2027-02-15");
        said.setId("term-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(row("meetings.term.subject", subject), week,
                new HBox(10, row("meetings.editor.starts", starts), row("meetings.editor.ends", ends), row("meetings.term.every", every)),
                new HBox(10, row("meetings.term.from", from), row("meetings.term.until", until)), row("meetings.term.free", free), said);
        starts.textProperty().addListener((observed, before, text) -> judge());
        ends.textProperty().addListener((observed, before, text) -> judge());
        free.textProperty().addListener((observed, before, text) -> judge());
        subject.textProperty().addListener((observed, before, text) -> judge());
        from.valueProperty().addListener((observed, before, day) -> judge());
        until.valueProperty().addListener((observed, before, day) -> judge());
        every.valueProperty().addListener((observed, before, weeks) -> judge());
    }

    /// @param template what the subjects are made from
    /// @param rehearse gets the pattern and the template
    static void open(Shell shell, LocalDate today, String template, BiConsumer<TermPattern, String> rehearse) {
        var words = shell.words();
        var pane = new TermPane(words, today, template);
        var box = new DialogBox(words.text("meetings.term"), words, shell.layers(), shell::copy).wide(560);
        box.text(words.text("meetings.term.text"));
        box.add(pane);
        box.button(words.text("dialog.cancel"), () -> {});
        pane.accept = box.button(words.text("meetings.term.accept"), () -> pane.pattern().ifPresent(made -> rehearse.accept(made, pane.subject.getText())));
        pane.accept.setId("term-accept");
        pane.accept.getStyleClass().add("accent");
        pane.accept.setDefaultButton(true);
        pane.judge();
        box.open(pane.subject);
    }

    private FieldRow row(String key, javafx.scene.layout.Region control) {
        var row = new FieldRow();
        row.setLabel(words.text(key));
        row.setControl(control);
        if (control instanceof TextField) {
            HBox.setHgrow(control, Priority.SOMETIMES);
        }
        return row;
    }

    /// Empty while something cannot be read.
    private Optional<TermPattern> pattern() {
        var begin = TimeText.read(starts.getText());
        var end = TimeText.read(ends.getText());
        var off = TermText.free(free.getText());
        if (begin.isEmpty() || end.isEmpty() || off.isEmpty() || from.getValue() == null || until.getValue() == null) {
            return Optional.empty();
        }
        var length = Duration.between(begin.get(), end.get());
        List<TermPattern.Time> times = new ArrayList<>();
        days.forEach((day, box) -> {
            if (box.isSelected()) {
                times.add(new TermPattern.Time(day, begin.get(), length));
            }
        });
        return Optional.of(new TermPattern(times, from.getValue(), until.getValue(), every.getValue(), off.get()));
    }

    private void judge() {
        if (accept == null) {
            return;
        }
        var made = pattern();
        var fault = made.flatMap(TermPattern::fault);
        said.getStyleClass().setAll("label", made.isEmpty() || fault.isPresent() ? "lx-muted" : "lx-strong");
        said.setText(made.isEmpty() ? words.text("meetings.term.unread")
                : fault.map(what -> words.text("meetings.term.fault." + what.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                        .orElseGet(() -> words.text("meetings.term.said", made.get().dates().size(), made.get().skipped())));
        accept.setDisable(made.isEmpty() || fault.isPresent() || subject.getText().isBlank());
    }
}
