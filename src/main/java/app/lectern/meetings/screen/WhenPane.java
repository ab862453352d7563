package app.lectern.meetings.screen;

import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.SlotField;
import app.lectern.shell.controls.DateFields;
import app.lectern.shell.controls.FieldRow;
import app.lectern.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// When the meeting is: day, times, zone, and what daylight saving makes of them.
final class WhenPane extends VBox {
    private static final int ZONES_SHOWN = 12;

    private final PlanViewModel plan;
    private final DatePicker day = new DatePicker();
    private final TextField starts = new TextField();
    private final TextField ends = new TextField();
    private final ComboBox<ZoneId> zone = new ComboBox<>();
    private final Label hint = new Label();
    private boolean filling;

    WhenPane(PlanViewModel plan, Words words, Supplier<Instant> now) {
        this.plan = plan;
        getStyleClass().add("group");
        day.setId("meeting-day");
        DateFields.in(day, words);
        day.setMaxWidth(Double.MAX_VALUE);
        starts.setId("meeting-starts");
        ends.setId("meeting-ends");
        starts.setPrefWidth(70);
        ends.setPrefWidth(70);
        starts.setMinWidth(64);
        ends.setMinWidth(64);
        zone.setId("meeting-zone");
        zone.setMaxWidth(Double.MAX_VALUE);
        zone.setAccessibleText(words.text("meetings.zone"));
        zone.setEditable(true);
        zone.setVisibleRowCount(ZONES_SHOWN);
        zone.setConverter(zones(words, now));
        zone.getItems().setAll(ZoneId.getAvailableZoneIds().stream().filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted().map(ZoneId::of).toList());
        hint.getStyleClass().add("lx-hint");
        hint.setWrapText(true);
        var date = row(words.text("meetings.editor.date"), day);
        HBox.setHgrow(date, Priority.ALWAYS);
        var line = new HBox(6, date, row(words.text("meetings.editor.starts"), starts), row(words.text("meetings.editor.ends"), ends));
        getChildren().addAll(line, problem(SlotField.START), problem(SlotField.END), zone, hint);
        day.valueProperty().addListener((observed, before, chosen) -> entered(true));
        starts.textProperty().addListener((observed, before, text) -> entered(true));
        ends.textProperty().addListener((observed, before, text) -> entered(false));
        zone.valueProperty().addListener((observed, before, chosen) -> {
            if (!filling && chosen != null) {
                plan.zone(chosen);
            }
        });
        plan.filled().subscribe(times -> fill(plan.get()));
        plan.plan().subscribe(changed -> say());
    }

    private static FieldRow row(String label, javafx.scene.layout.Region control) {
        var row = new FieldRow();
        row.setLabel(label);
        row.setControl(control);
        HBox.setHgrow(control, Priority.ALWAYS);
        return row;
    }

    private Label problem(SlotField field) {
        var label = new Label();
        label.getStyleClass().add("fault");
        label.setWrapText(true);
        label.textProperty().bind(plan.at(field));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private void entered(boolean beginning) {
        if (filling || day.getValue() == null) {
            return;
        }
        var length = java.time.Duration.between(plan.get().start(), plan.get().end());
        plan.times(day.getValue(), starts.getText(), ends.getText(), beginning);
        if (beginning && !length.isNegative()) {
            filling = true;
            ends.setText(TimeText.write(plan.get().end().toLocalTime()));
            filling = false;
        }
    }

    private void fill(Planned now) {
        filling = true;
        day.setValue(now.start().toLocalDate());
        starts.setText(TimeText.write(now.start().toLocalTime()));
        ends.setText(TimeText.write(now.end().toLocalTime()));
        if (!zone.getItems().contains(now.zone())) {
            zone.getItems().addFirst(now.zone());
        }
        zone.setValue(now.zone());
        filling = false;
    }

    private void say() {
        hint.setText(plan.elsewhere().orElse(""));
        hint.setVisible(!hint.getText().isEmpty());
        hint.setManaged(hint.isVisible());
    }

    /// The zone whose name holds what was typed: `warsaw`, `new york`.
    private Optional<ZoneId> zone(String text) {
        var typed = text.replaceFirst(" \\(.*", "").strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        return typed.isEmpty() ? Optional.empty() : zone.getItems().stream().filter(each -> each.getId().toLowerCase(Locale.ROOT).equals(typed)).findFirst()
                .or(() -> zone.getItems().stream().filter(each -> each.getId().toLowerCase(Locale.ROOT).contains(typed)).findFirst());
    }

    private StringConverter<ZoneId> zones(Words words, Supplier<Instant> now) {
        return new StringConverter<>() {
            @Override
            public String toString(ZoneId zone) {
                return zone == null ? "" : words.text("meetings.editor.zone", zone.getId(), zone.getRules().getOffset(now.get()).getId().replace("Z", "+0"));
            }

            @Override
            public ZoneId fromString(String text) {
                return zone(text).orElse(zone.getValue());
            }
        };
    }
}
