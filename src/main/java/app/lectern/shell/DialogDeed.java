package app.lectern.shell;

import app.lectern.problems.Problem;
import app.lectern.shell.controls.LoadingRows;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// What a dialog does in the tenant: it stays open, with all that was entered, until that was answered, and says itself what was
/// refused. Whoever closes it meanwhile is told under the bell.
public final class DialogDeed {
    /// Calls exactly one of the two back.
    public interface Work {
        void start(Runnable done, Consumer<Problem> refused);
    }

    private final DialogBox box;
    private final DialogTrouble trouble;
    private final Node entered;
    private final Work work;
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final Button button = new Button();

    private DialogDeed(Shell shell, DialogBox box, Node entered, Work work) {
        this.box = box;
        this.trouble = new DialogTrouble(shell);
        this.entered = entered;
        this.work = work;
    }

    /// Adds the button at the lower right, and above it the place for what is refused.
    ///
    /// @param entered gets the keyboard back when it was refused
    /// @param lacking whether something is still to be entered
    public static Button button(Shell shell, DialogBox box, String text, Node entered, ObservableBooleanValue lacking, Work work) {
        var deed = new DialogDeed(shell, box, entered, work);
        deed.button.setText(text);
        deed.button.setOnAction(pressed -> deed.begin());
        deed.button.disableProperty().bind(Bindings.or(deed.asking, lacking));
        var bar = LoadingRows.bar(-1);
        bar.visibleProperty().bind(deed.asking);
        bar.managedProperty().bind(deed.asking);
        box.add(bar, deed.trouble);
        box.right(deed.button);
        return deed.button;
    }

    private void begin() {
        trouble.clear();
        asking.set(true);
        work.start(this::done, this::refused);
    }

    private void done() {
        asking.set(false);
        if (box.getScene() != null) {
            box.close();
        }
    }

    private void refused(Problem problem) {
        asking.set(false);
        entered.requestFocus();
        trouble.say(problem, button::fire);
    }
}
