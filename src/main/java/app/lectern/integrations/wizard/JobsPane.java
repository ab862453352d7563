package app.lectern.integrations.wizard;

import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
import app.lectern.shell.controls.Choices;
import app.lectern.shell.controls.FieldRow;
import app.lectern.words.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What an integration is for: all that Lectern does, only reading, or jobs that are ticked one by one.
public final class JobsPane extends VBox {
    /// The ways of choosing.
    enum JobChoice { ALL, READ_ONLY, CHOSEN }

    private static final int COLUMNS = 2;

    private final ChoiceBox<JobChoice> choice = new ChoiceBox<>();
    private final GridPane ticks = new GridPane(20, 8);
    private final Map<Capability, CheckBox> boxes = new EnumMap<>(Capability.class);
    private final ObjectProperty<AppJobs> jobs;
    private boolean filling;

    public JobsPane(Words words, ObjectProperty<AppJobs> jobs) {
        super(8);
        this.jobs = jobs;
        choice.setId("jobs-choice");
        choice.getItems().setAll(JobChoice.values());
        choice.setPrefWidth(420);
        choice.setConverter(Choices.by(words::of));
        for (var each : Capability.values()) {
            var box = new CheckBox(words.of(each));
            box.setId("job-" + each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            box.selectedProperty().addListener((observed, before, now) -> ticked(each, now));
            boxes.put(each, box);
            ticks.add(box, each.ordinal() % COLUMNS, each.ordinal() / COLUMNS);
        }
        var row = new FieldRow();
        row.setLabel(words.text("jobs.label"));
        row.setHint(words.text("jobs.hint"));
        row.setControl(choice);
        getChildren().addAll(row, ticks);
        choice.valueProperty().addListener((observed, before, now) -> chose(now));
        jobs.subscribe(this::show);
    }

    /// Where the keyboard begins.
    public ChoiceBox<?> first() {
        return choice;
    }

    private void show(AppJobs now) {
        filling = true;
        var shown = now.isAll() ? JobChoice.ALL : now.equals(AppJobs.READ_ONLY) ? JobChoice.READ_ONLY : JobChoice.CHOSEN;
        if (choice.getValue() != JobChoice.CHOSEN || shown == JobChoice.ALL) {
            choice.setValue(shown);
        }
        boxes.forEach((job, box) -> box.setSelected(now.asked().contains(job)));
        ticks.setVisible(choice.getValue() == JobChoice.CHOSEN);
        ticks.setManaged(ticks.isVisible());
        filling = false;
    }

    private void chose(JobChoice now) {
        if (filling || now == null) {
            return;
        }
        jobs.set(switch (now) {
            case ALL -> AppJobs.ALL;
            case READ_ONLY -> AppJobs.READ_ONLY;
            case CHOSEN -> new AppJobs(Set.copyOf(jobs.get().asked()));
        });
        // ticking begins with what was chosen, which then is no other choice yet
        show(jobs.get());
    }

    /// The last one stays, for an integration that is for nothing would be none.
    private void ticked(Capability job, boolean now) {
        if (filling) {
            return;
        }
        var left = boxes.entrySet().stream().filter(each -> each.getValue().isSelected()).map(Map.Entry::getKey).collect(Collectors.toSet());
        if (left.isEmpty()) {
            boxes.get(job).setSelected(true);
        } else {
            jobs.set(new AppJobs(left));
        }
    }
}
