package app.lectern.recordings.screen;

import app.lectern.problems.Problem;
import app.lectern.recordings.Recording;
import app.lectern.recordings.RecordingSettings;
import app.lectern.shell.DialogBox;
import app.lectern.shell.DialogDeed;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tone;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
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
        var left = new AtomicReference<>(some);
        var delete = DialogDeed.button(shell, box, words.text("recordings.delete.accept", some.size()), typed,
                Bindings.createBooleanBinding(() -> !typed.getText().strip().equals(wanted.strip()), typed.textProperty()),
                (done, refused) -> delete(shell, deeds, left, left.get() == some ? typed.getText() : deeds.deletionWords(left.get()), done, refused));
        delete.setId("deletion-accept");
        delete.getStyleClass().addAll("danger", "button-outlined");
        box.open(typed);
    }

    /// What was typed stands for those that are left, too.
    private static void delete(Shell shell, RecordingDeedsViewModel deeds, AtomicReference<List<Recording>> left, String typed, Runnable done,
            Consumer<Problem> refused) {
        var words = shell.words();
        deeds.delete(left.get(), typed, outcome -> {
            if (!outcome.deleted().isEmpty()) {
                shell.notifications().finished(words.text("recordings.delete.done", outcome.deleted().size()), words.text("recordings.delete.bin"));
            }
            if (outcome.refused().size() > 1) {
                shell.notifications().told(Tone.WARNING, words.text("recordings.delete.refused", outcome.refused().size()), "");
            }
            left.set(List.copyOf(outcome.refused().keySet()));
            outcome.refused().values().stream().findFirst().ifPresentOrElse(refused, done);
        }, refused);
    }
}
