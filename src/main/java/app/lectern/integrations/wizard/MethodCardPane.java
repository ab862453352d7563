package app.lectern.integrations.wizard;

import app.lectern.integrations.SignInMethod;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One way to sign in, as a choice box: what it is, and which features it serves. The arrow keys choose, as in any group.
final class MethodCardPane extends RadioButton {
    MethodCardPane(SignInMethod method, Words words, ToggleGroup group, ObjectProperty<SignInMethod> chosen) {
        var key = method.name().toLowerCase(Locale.ROOT).replace('_', '-');
        getStyleClass().add("lx-choice-card");
        setId("setup-method-" + key);
        setToggleGroup(group);
        setMaxWidth(Double.MAX_VALUE);
        var title = new Label(words.of(method));
        title.getStyleClass().add("lx-strong");
        var about = new Label(words.text("sign-in-method." + key + ".about"));
        about.getStyleClass().add("lx-secondary");
        var serves = new Label(words.text("sign-in-method." + key + ".serves"));
        serves.getStyleClass().add("lx-secondary");
        var texts = new VBox(1, new HBox(8, title), about, serves);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        var line = new HBox(12, Icons.of(icon(method), 16), texts);
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
        setAccessibleText(words.of(method) + ". " + about.getText() + " " + serves.getText());
        chosen.subscribe(now -> setSelected(now == method));
        selectedProperty().subscribe(selected -> {
            if (selected) {
                chosen.set(method);
            }
        });
    }

    private static String icon(SignInMethod method) {
        return switch (method) {
            case DEVICE_CODE -> "bi-phone";
            case BROWSER -> "bi-globe2";
            case CERTIFICATE -> "bi-award";
            case SECRET -> "bi-key";
        };
    }
}
