package app.lectern.shell;

import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// The button "Same command": its tooltip shows the command line, a press copies it.
public final class SameCommandButton {
    private SameCommandButton() {}

    public static Button of(SameCommand command, Words words, Consumer<String> copy) {
        var button = new Button(words.text("same-command"), Icons.of("bi-terminal", 14));
        button.getStyleClass().addAll("flat", "lx-same-command");
        button.setTooltip(new Tooltip(command.line()));
        button.setAccessibleHelp(command.line());
        button.setOnAction(pressed -> copy.accept(command.line()));
        return button;
    }
}
