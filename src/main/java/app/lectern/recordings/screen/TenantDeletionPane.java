package app.lectern.recordings.screen;

import app.lectern.problems.ProblemText;
import app.lectern.recordings.Recording;
import app.lectern.recordings.RecordingSettings;
import app.lectern.recordings.TenantDeletion;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tone;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;

/// Deleting in the tenant, which other people notice: off unless the settings allow it, with words to type, and only what has a
/// verified copy.
final class TenantDeletionPane {
    private TenantDeletionPane() {}

    static void open(Shell shell, RecordingDeedsViewModel deeds, RecordingSettings settings, List<Recording> some) {
        var words = shell.words();
        long bytes = some.stream().mapToLong(one -> one.size().orElse(0)).sum();
        var box = new DialogBox(words.text("recordings.delete.title", some.size()), words, shell.layers(), shell::copy);
        box.setId("tenant-deletion");
        if (!settings.tenantDeletion()) {
            var off = new InlineMessage(Tone.ACCENT, words.text("recordings.delete.off"), words.text("recordings.delete.off.text"));
            off.button(words.text("recordings.settings"), Optional.of("bi-sliders"), () -> {
                box.close();
                RecordingSettingsPane.open(shell, deeds, settings);
            });
            box.add(off);
            box.open(box.button(words.text("dialog.close"), () -> {}));
            return;
        }
        box.text(words.text("recordings.delete.text", some.size(), words.size(bytes)));
        var wanted = deeds.deletionWords(some);
        var typed = new TextField();
        typed.setId("deletion-words");
        var row = new FieldRow();
        row.setLabel(words.text("recordings.delete.type", wanted));
        row.setControl(typed);
        typed.setPrefWidth(360);
        box.add(row);
        box.button(words.text("recordings.delete.leave", some.size()), () -> {});
        var delete = box.button(words.text("recordings.delete.accept", some.size()), () -> deeds.delete(some, typed.getText(), outcome -> done(shell, outcome)));
        delete.setId("deletion-accept");
        delete.getStyleClass().addAll("danger", "button-outlined");
        delete.disableProperty().bind(typed.textProperty().map(text -> !text.strip().equals(wanted.strip())));
        box.open(typed);
    }

    private static void done(Shell shell, TenantDeletion.Outcome outcome) {
        var words = shell.words();
        if (!outcome.deleted().isEmpty()) {
            shell.notifications().finished(words.text("recordings.delete.done", outcome.deleted().size()), words.text("recordings.delete.bin"));
        }
        outcome.refused().values().stream().findFirst().ifPresent(problem -> shell.notifications().told(Tone.WARNING,
                words.text("recordings.delete.refused", outcome.refused().size()), new ProblemText(words).paragraph(problem)));
    }
}
