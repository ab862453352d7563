package app.lectern.integrations.screen;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.Capability;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.PageHead;
import app.lectern.shell.controls.Tone;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows a screen while the chosen integration is for what it does, and otherwise says that it is not.
public final class JobGatePane extends StackPane {
    /// @param any  the jobs of the screen, of which one is enough
    /// @param also one without which a part of the screen does nothing
    public record Jobs(List<Capability> any, Optional<Capability> also) {
        public static Jobs any(Capability... jobs) {
            return new Jobs(List.of(jobs), Optional.empty());
        }

        public Jobs also(Capability job) {
            return new Jobs(any, Optional.of(job));
        }
    }

    private final Shell shell;
    private final Place place;
    private final Jobs jobs;
    private final Consumer<Integration> choose;
    private final Node screen;
    private final VBox whole = new VBox();

    private JobGatePane(Shell shell, Screen of, Jobs jobs, ObservableValue<Optional<Integration>> chosen, Consumer<Integration> choose) {
        this.shell = shell;
        this.place = of.place();
        this.jobs = jobs;
        this.choose = choose;
        this.screen = of.view().apply(shell);
        VBox.setVgrow(screen, Priority.ALWAYS);
        getChildren().setAll(screen);
        chosen.subscribe(this::show);
    }

    /// @param choose leads to the choice of what the integration is for
    public static Screen before(Screen of, Jobs jobs, ObservableValue<Optional<Integration>> chosen, Consumer<Shell> choose) {
        return new Screen(of.place(), shell -> new JobGatePane(shell, of, jobs, chosen, asked -> choose.accept(shell)), of.badge(), of.verbs(), of.offers());
    }

    private void show(Optional<Integration> chosen) {
        whole.getChildren().clear();
        var outside = chosen.filter(of -> !of.jobs().includeAny(jobs.any()));
        var partly = chosen.filter(of -> jobs.also().filter(job -> !of.jobs().include(job)).isPresent());
        getChildren().setAll(outside.map(this::notChosen).or(() -> partly.map(this::inPart)).orElse(screen));
    }

    private Node notChosen(Integration of) {
        var head = new PageHead(shell.words().of(place), "");
        var card = new Card().flush(new JobNotChosenPane(shell, of, jobs.any(), () -> choose.accept(of)));
        VBox.setVgrow(card, Priority.ALWAYS);
        var page = new VBox(head, card);
        page.getStyleClass().add("lx-screen");
        return page;
    }

    private Node inPart(Integration of) {
        var words = shell.words();
        var said = new InlineMessage(Tone.NEUTRAL, "bi-toggle-off", words.text("job-not-chosen.part", of.name(), words.of(jobs.also().orElseThrow())),
                words.text("job-not-chosen.part.text"));
        said.button(words.text("job-not-chosen.choose"), Optional.empty(), () -> choose.accept(of));
        VBox.setMargin(said, new Insets(16, 20, 0, 20));
        whole.getChildren().setAll(said, screen);
        return whole;
    }
}
