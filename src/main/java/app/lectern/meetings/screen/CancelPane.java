package app.lectern.meetings.screen;

import app.lectern.problems.Problem;
import app.lectern.shell.DialogBox;
import app.lectern.shell.DialogDeed;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Areas;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/// Asks for the words with which attendees are told that a meeting does not take place. They stay until it is called off.
final class CancelPane {
    private static final int LONGEST_MESSAGE = 2_000;

    /// Calls exactly one of the two back.
    interface Deed {
        void start(String message, Runnable done, Consumer<Problem> refused);
    }

    private CancelPane() {}

    static void open(Shell shell, String title, String text, String accept, Deed cancel) {
        open(shell, title, text, accept, "", cancel);
    }

    /// With the words of an earlier try.
    static void open(Shell shell, String title, String text, String accept, String before, Deed cancel) {
        var words = shell.words();
        var box = new DialogBox(title, words, shell.layers(), shell::copy);
        box.text(text);
        var message = new TextArea(before);
        message.setId("meeting-cancel-message");
        message.setPrefRowCount(4);
        message.setWrapText(true);
        message.setAccessibleText(words.text("meetings.cancel.message"));
        Areas.leaveByTab(message);
        // a prompt would be gone as soon as the keyboard is here
        var label = new Label(words.text("meetings.cancel.message"));
        label.getStyleClass().add("lx-field-label");
        label.setLabelFor(message);
        box.add(label, message);
        box.button(words.text("meetings.cancel.keep"), () -> {});
        var button = DialogDeed.button(shell, box, accept, message, new SimpleBooleanProperty(), (done, refused) ->
                cancel.start(message.getText().strip().substring(0, Math.min(LONGEST_MESSAGE, message.getText().strip().length())), done, refused));
        button.setId("meeting-cancel-accept");
        button.getStyleClass().addAll("danger", "button-outlined");
        box.open(message);
    }
}
