package app.lectern.meetings.screen;

import app.lectern.shell.Shell;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tone;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// What became of the meeting, above its fields: why it failed, which part is missing, what the tenant holds now.
final class EditorMessagesPane extends VBox {
    EditorMessagesPane(Shell shell, MeetingEditorViewModel model, EditorDeedsPane deeds) {
        var words = shell.words();
        getStyleClass().add("messages");
        Runnable show = () -> {
            getChildren().clear();
            model.standing().failure().ifPresent(text -> {
                var message = new InlineMessage(model.standing().tone() == Tone.WARNING ? Tone.WARNING : Tone.DANGER, model.standing().text(), text);
                if (model.standing().canRetry()) {
                    message.button(words.text(model.standing().link().isEmpty() ? "meetings.generate-link" : "meetings.retry-part"), Optional.of("bi-arrow-repeat"), deeds::retry);
                }
                getChildren().add(message);
            });
            model.edits().conflict().get().ifPresent(conflict -> getChildren().add(new ConflictPane(words, conflict, model)));
            if (model.edits().gone().get()) {
                getChildren().add(new InlineMessage(Tone.WARNING, words.text("meetings.gone"), words.text("meetings.gone.text"))
                        .button(words.text("meetings.gone.again"), Optional.empty(), model::planAnew));
            }
            setVisible(!getChildren().isEmpty());
            setManaged(isVisible());
        };
        model.target().subscribe(target -> show.run());
        model.edits().conflict().subscribe(conflict -> show.run());
        model.edits().gone().subscribe(gone -> show.run());
    }
}
