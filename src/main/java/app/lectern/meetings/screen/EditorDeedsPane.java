package app.lectern.meetings.screen;

import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// The foot of the editor: what can be done with the meeting. What people outside Lectern notice is asked about first.
final class EditorDeedsPane extends HBox {
    private static final Dialogs.FileKind CALENDAR = new Dialogs.FileKind("iCalendar", List.of("*.ics"));

    private final Shell shell;
    private final Words words;
    private final MeetingEditorViewModel model;
    private final Button remove = new Button(null, Icons.of("bi-trash", 14));
    private final Button revert;
    private final Button draft;
    private final Button accept = new Button();

    EditorDeedsPane(Shell shell, MeetingEditorViewModel model) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
        getStyleClass().add("foot");
        setAlignment(Pos.CENTER_LEFT);
        remove.setId("meeting-remove");
        remove.getStyleClass().addAll("danger", "button-outlined");
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setOnAction(pressed -> remove());
        revert = button("meetings.editor.revert", "meeting-revert", model.plan()::revert);
        draft = button("meetings.editor.draft", "meeting-draft", model::keepDraft);
        accept.setId("meeting-accept");
        accept.getStyleClass().add("accent");
        accept.setMinWidth(USE_PREF_SIZE);
        accept.setOnAction(pressed -> accept());
        getChildren().addAll(remove, Card.space(), revert, draft, accept);
        model.target().subscribe(target -> arrange());
        model.plan().changed().subscribe(changed -> arrange());
        model.busy().subscribe(busy -> arrange());
    }

    private Button button(String key, String id, Runnable action) {
        var button = new Button(words.text(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void arrange() {
        boolean there = model.inTenant().get();
        boolean changed = model.plan().changed().get();
        boolean busy = model.busy().get();
        remove.setText(words.text(there ? "meetings.editor.cancel-meeting" : "meetings.editor.discard"));
        show(remove, model.standing().canRemove());
        show(draft, !there);
        show(revert, model.target().get().flatMap(EditorTarget::slot).isPresent());
        accept.setText(words.text(there ? "meetings.editor.save" : "meetings.editor.create"));
        remove.setDisable(busy);
        revert.setDisable(!changed || busy);
        draft.setDisable(busy || !changed && model.target().get().flatMap(EditorTarget::slot).isPresent());
        accept.setDisable(busy || there && !changed || model.standing().isOver());
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }

    /// Creates or saves, after asking what has to be asked.
    void accept() {
        if (accept.isDisabled() || !model.isSound()) {
            return;
        }
        var questions = new ArrayList<>(model.plan().questions());
        model.noticed().ifPresent(questions::add);
        if (questions.isEmpty()) {
            model.accept();
            return;
        }
        boolean there = model.inTenant().get();
        shell.dialogs().confirm(Dialogs.Confirmation.of(words.text(there ? "meetings.editor.save-title" : "meetings.editor.create-title"),
                String.join("\n", questions), words.text(there ? "meetings.editor.save-anyway" : "meetings.editor.create-anyway"),
                words.text("meetings.editor.keep-editing")), model::accept);
    }

    void retry() {
        model.retry();
    }

    private void remove() {
        if (!model.inTenant().get()) {
            model.ending().discard();
            return;
        }
        int people = model.invitedCount();
        CancelPane.open(shell, words.text("meetings.cancel.title", model.plan().get().subject(), people), words.text("meetings.cancel.text"),
                words.text("meetings.cancel.accept", people), model.ending()::cancel);
    }

    void export() {
        shell.dialogs().chooseTarget(words.text("meetings.export"), "meeting.ics", CALENDAR).ifPresent(target ->
                model.export(target, count -> shell.notifications().finished(words.text("meetings.exported", count), target.toString())));
    }

    /// Says what a new link costs before anything is sent.
    void renewLink() {
        int people = model.invitedCount();
        CancelPane.open(shell, words.text("meetings.renew.title"), words.text("meetings.renew.text", people), words.text("meetings.renew.accept"), model.link().renewal());
    }

    void keepForOrganiser(MeetingOptions options) {
        var organiser = model.plan().get().organiser().strip();
        model.keepForOrganiser(organiser, options, () -> shell.notifications().finished(words.text("meetings.editor.kept-for-organiser", organiser), ""));
    }

    void keepPreset(MeetingOptions options) {
        shell.dialogs().askText(new Dialogs.TextQuestion(words.text("meetings.editor.keep-preset"), words.text("meetings.editor.preset-text"),
                words.text("meetings.editor.preset-name"), "", words.text("meetings.editor.keep-preset"), false), name -> model.keepPreset(name, options));
    }
}
