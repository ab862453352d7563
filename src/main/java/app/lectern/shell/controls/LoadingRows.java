package app.lectern.shell.controls;

import app.lectern.words.Words;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Grey rows in place of data of which nothing is known yet. They do not move.
public final class LoadingRows extends VBox {
    private static final int[][] WIDTHS = {{150, 70, 44}, {118, 70, 40}, {164, 70, 44}, {132, 70, 38}, {150, 70, 44}};

    public LoadingRows(int rows) {
        getStyleClass().add("lx-loading-rows");
        for (int i = 0; i < rows; i++) {
            var widths = WIDTHS[i % WIDTHS.length];
            var row = new HBox(bone(widths[0]), Card.space(), bone(widths[1]), bone(widths[2]));
            row.getStyleClass().add("row");
            row.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(row);
        }
    }

    private static Region bone(double width) {
        var bone = new Region();
        bone.getStyleClass().add("bone");
        bone.setPrefWidth(width);
        bone.setMaxWidth(width);
        return bone;
    }

    /// The 3 pixel bar under a filter row; a share of -1 means unknown.
    public static ShareBar bar(double share) {
        var bar = new ShareBar().share(share);
        bar.getStyleClass().add("loading");
        bar.setMaxWidth(Double.MAX_VALUE);
        return bar;
    }

    /// The line at a card's foot while it loads. Cancel appears after 2 seconds: most loads end before.
    public static HBox foot(String text, Words words, Runnable cancel) {
        var label = new Label(text);
        label.getStyleClass().add("lx-small");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        var button = new Button(words.text("dialog.cancel"));
        button.getStyleClass().add("small");
        button.setVisible(false);
        button.setOnAction(pressed -> cancel.run());
        var pause = new PauseTransition(Duration.seconds(2));
        pause.setOnFinished(over -> button.setVisible(true));
        pause.play();
        var foot = new HBox(8, Icons.of("bi-arrow-repeat", Tone.ACCENT, 12), label, button);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }
}
