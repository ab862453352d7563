package app.lectern.integrations.screen;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.Capability;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.layout.StackPane;

/// Stands in for a screen whose jobs the integration is not for: nothing is missing and nothing is wrong, and it can be chosen.
public final class JobNotChosenPane extends StackPane {
    /// @param jobs   of which one would do
    /// @param choose leads to the choice
    public JobNotChosenPane(Shell shell, Integration of, List<Capability> jobs, Runnable choose) {
        var words = shell.words();
        var named = jobs.stream().map(each -> "“" + words.of(each) + "”").collect(Collectors.joining(", "));
        var pane = new StatePane("bi-toggle-off", Tone.NEUTRAL, words.text("job-not-chosen.title", of.name()), words.text("job-not-chosen.text", named, jobs.size()));
        pane.smallButtons();
        pane.button(words.text("job-not-chosen.choose"), "bi-ui-checks", choose);
        getChildren().add(pane);
        pane.lookup(".accent.button").setId("job-choose");
    }
}
