package app.lectern.integrations.wizard;

import app.lectern.integrations.permissions.Powers;
import app.lectern.integrations.permissions.Powers.Power;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Before consent is given: what the app can then do, permission by permission, and how that is narrowed.
final class PowersView {
    private static final double HEIGHT = 440;

    private PowersView() {}

    static void open(Shell shell, List<Power> powers, boolean appOnly) {
        var words = shell.words();
        var box = new DialogBox(words.text("powers.title"), words, shell.layers(), shell::copy).wide(660);
        box.setId("powers");
        box.text(words.text(appOnly ? "powers.about.app" : "powers.about.person"));
        var lines = new VBox(8);
        powers.forEach(each -> lines.getChildren().add(new VBox(1, label(each.permission(), "lx-mono"), label(each.text(), "lx-secondary"))));
        Powers.limits(appOnly, words).forEach(each -> lines.getChildren().add(label(each, "lx-small")));
        var all = new ScrollPane(lines);
        all.getStyleClass().add("edge-to-edge");
        all.setFitToWidth(true);
        all.setMinHeight(0);
        all.setPrefHeight(HEIGHT);
        all.setAccessibleText(words.text("powers.title"));
        box.add(all);
        box.open(box.button(words.text("dialog.close"), () -> { }));
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
