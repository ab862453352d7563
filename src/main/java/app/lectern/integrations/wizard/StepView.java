package app.lectern.integrations.wizard;

import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import app.lectern.words.Words;
import atlantafx.base.controls.PasswordTextField;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;

/// What the views of the steps share: fields bound to their models, things shown or away, and the first useful control.
abstract class StepView {
    final Shell shell;
    final Words words;

    StepView(Shell shell) {
        this.shell = shell;
        this.words = shell.words();
    }

    /// The label's name goes to the input itself, which may stand beside a button in its row.
    static void bind(FieldRow row, TextInputControl input, FieldViewModel model) {
        input.textProperty().bindBidirectional(model.text());
        name(row, input, model);
    }

    /// What a password field shows is stars; what was typed goes one way only, and clearing comes back.
    static void bind(FieldRow row, PasswordTextField input, FieldViewModel model) {
        input.passwordProperty().subscribe(typed -> model.text().set(typed == null ? "" : typed));
        model.text().subscribe(now -> {
            if (now.isEmpty() && !input.getPassword().isEmpty()) {
                input.clear();
            }
        });
        name(row, input, model);
    }

    private static void name(FieldRow row, TextInputControl input, FieldViewModel model) {
        input.setAccessibleText(row.getLabel());
        row.showProblem(model.fault());
        model.fault().subscribe(fault -> input.setAccessibleHelp(fault.isEmpty() ? row.getHint() : fault));
    }

    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Puts the focus where work in this part begins.
    static boolean focusFirst(Node within) {
        if (!within.isVisible() || within.isDisabled()) {
            return false;
        }
        if (within.isFocusTraversable() && !(within instanceof javafx.scene.control.ScrollPane)) {
            within.requestFocus();
            return true;
        }
        return within instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(StepView::focusFirst);
    }
}
