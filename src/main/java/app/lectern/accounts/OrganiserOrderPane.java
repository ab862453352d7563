package app.lectern.accounts;

import app.lectern.shell.DialogBox;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// The dialog behind "Change order": whom to try first, and the person's own address where nobody is signed in.
final class OrganiserOrderPane extends VBox {
    private final TextField own = new TextField();
    private final ToggleGroup first = new ToggleGroup();

    private OrganiserOrderPane(Shell shell, OrganiserOrder order) {
        var words = shell.words();
        var text = new AccountText(words);
        setSpacing(8);
        var explained = new Label(words.text("organiser.change.text"));
        explained.setWrapText(true);
        explained.setMinHeight(USE_PREF_SIZE);
        var label = new Label(words.text("organiser.change.address"));
        label.getStyleClass().add("lx-field-label");
        label.setLabelFor(own);
        own.setId("organiser-own");
        own.setText(order.ownAddress());
        own.setAccessibleText(label.getText());
        var choose = new Label(words.text("organiser.change.first"));
        choose.getStyleClass().add("lx-field-label");
        getChildren().addAll(explained, label, own, choose);
        for (var role : EmailChain.Role.values()) {
            var radio = new RadioButton(text.role(role));
            radio.setUserData(role);
            radio.setToggleGroup(first);
            radio.setSelected(role == order.first());
            getChildren().add(radio);
        }
    }

    static void open(Shell shell, OrganiserOrder order, Consumer<OrganiserOrder> kept) {
        var words = shell.words();
        var pane = new OrganiserOrderPane(shell, order);
        var box = new DialogBox(words.text("organiser.change.title"), words, shell.layers(), shell::copy);
        box.add(pane);
        box.button(words.text("dialog.cancel"), () -> {});
        var save = box.button(words.text("organiser.change.save"), () -> kept.accept(pane.chosen()));
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setId("organiser-save");
        box.same(SameCommand.of("accounts", "resolve"));
        box.open(pane.own);
    }

    private OrganiserOrder chosen() {
        return new OrganiserOrder(own.getText(), (EmailChain.Role) first.getSelectedToggle().getUserData());
    }
}
