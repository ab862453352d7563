package app.lectern.diagnosis;

import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.ShareBar;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The verdict in one sentence, why, and how sure Lectern is; the signals for and against stand in the tooltip.
final class VerdictPane extends HBox {
    VerdictPane(Tone tone, String title, String text) {
        getStyleClass().addAll("lx-message", "lx-verdict", tone.styleClass());
        setId("diagnose-verdict");
        var heading = new Label(title);
        heading.getStyleClass().add("verdict-title");
        heading.setWrapText(true);
        var sentence = new Label(text);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        var texts = new VBox(2, heading, sentence);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        getChildren().addAll(Icons.of(tone.icon(), 24), texts);
        setAccessibleText(title + ". " + text);
    }

    static VerdictPane of(Diagnosis done, Words words) {
        var texts = new DiagnosisText(words);
        var pane = new VerdictPane(tone(done.judgement().verdict()), texts.title(done), texts.text(done));
        if (done.judgement().verdict() != Verdict.UNKNOWN) {
            pane.getChildren().add(confidence(done, texts, words));
        }
        return pane;
    }

    private static VBox confidence(Diagnosis done, DiagnosisText texts, Words words) {
        var name = new Label(words.text("diagnose.confidence"));
        name.getStyleClass().add("title");
        var value = new Label(texts.confidence(done));
        value.getStyleClass().add("title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new ShareBar().share(done.judgement().confidence());
        bar.tone(tone(done));
        var signals = new Label(texts.signals(done));
        signals.getStyleClass().add("lx-small");
        var against = done.judgement().against().isEmpty() ? "" : "\n\n" + words.text("diagnose.against") + "\n" + texts.reasons(done.judgement().against());
        Tooltip.install(signals, new Tooltip(words.text("diagnose.for") + "\n" + texts.reasons(done.judgement().agreeing()) + against));
        var box = new VBox(4, new HBox(name, space, value), bar, signals);
        box.setMinWidth(176);
        box.setMaxWidth(176);
        box.setAlignment(Pos.TOP_LEFT);
        return box;
    }

    private static Tone tone(Diagnosis done) {
        return switch (done.judgement().level()) {
            case HIGH -> Tone.SUCCESS;
            case MEDIUM -> Tone.WARNING;
            case LOW -> Tone.DANGER;
        };
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case SCHEDULED, CHANNEL, LINK_WORKS -> Tone.SUCCESS;
            case NOT_READY, POLICY_PROPAGATING -> Tone.ACCENT;
            case PERMISSION_MISSING, POLICY_MISSING, SIGN_IN_FAILED, SERVICE_FAULT, ORGANISER_GONE -> Tone.DANGER;
            default -> Tone.WARNING;
        };
    }
}
