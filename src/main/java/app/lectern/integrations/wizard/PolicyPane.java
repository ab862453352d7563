package app.lectern.integrations.wizard;

import app.lectern.integrations.permissions.PolicyFinding;
import app.lectern.integrations.permissions.PolicyFinding.PolicyVerdict;
import app.lectern.problems.ProblemText;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.CodeBlock;
import app.lectern.shell.controls.Tone;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One of the two policies: whether it lets the app act, what the refusal means, who mends it, and with which lines.
public final class PolicyPane extends VBox {
    public PolicyPane(Shell shell, PolicyFinding finding) {
        var words = shell.words();
        getStyleClass().add("lx-policy");
        var title = new Label(words.of(finding.policy()));
        title.getStyleClass().add("lx-card-title");
        var head = new HBox(8, title, new Chip(words.of(finding.verdict()), tone(finding.verdict())), Card.space());
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        finding.problem().ifPresent(problem -> {
            var text = new ProblemText(words);
            getChildren().add(line(text.what(problem) + " " + text.why(problem) + " " + text.next(problem), "lx-small"));
        });
        if (!finding.evidence().isEmpty()) {
            getChildren().add(line(finding.evidence().line(), "lx-evidence"));
        }
        if (!finding.script().isEmpty()) {
            getChildren().add(line(words.text("policy.run-as", words.of(finding.fixer())), "lx-strong"));
            getChildren().add(new CodeBlock(finding.script(), words, shell::copy));
        }
    }

    private static Label line(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    static Tone tone(PolicyVerdict verdict) {
        return switch (verdict) {
            case ALLOWED -> Tone.SUCCESS;
            case REFUSED -> Tone.DANGER;
            case HIDDEN_BY_PERMISSION -> Tone.WARNING;
            case COULD_NOT_CHECK, NOT_NEEDED -> Tone.NEUTRAL;
        };
    }
}
