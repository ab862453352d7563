package app.lectern.shell.controls;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import java.util.stream.IntStream;

/// Lectern's mark, a lectern on a blue square, drawn on a 24 by 24 field. The same in both themes.
public final class LecternMark extends Group {
    private static final String LECTERN = "M5 7.5 L19 5.45 V8.6 L5 10.6 Z M10.35 8 H13.65 V16 H10.35 Z"
            + " M8 15.5 H16 A0.8 0.8 0 0 1 16.8 16.3 V18 A0.8 0.8 0 0 1 16 18.8 H8 A0.8 0.8 0 0 1 7.2 18 V16.3 A0.8 0.8 0 0 1 8 15.5 Z";

    public LecternMark(double size) {
        var square = new Rectangle(24, 24, Color.web("#0969da"));
        square.setArcWidth(10);
        square.setArcHeight(10);
        var lectern = new SVGPath();
        lectern.setContent(LECTERN);
        lectern.setFill(Color.WHITE);
        getChildren().addAll(square, lectern);
        getTransforms().add(new Scale(size / 24, size / 24));
    }

    /// The mark as pictures for the window's title bar and the task switcher.
    public static List<Image> windowIcons() {
        return IntStream.of(16, 32, 48, 128).mapToObj(LecternMark::picture).toList();
    }

    private static Image picture(int size) {
        return new Scene(new Group(new LecternMark(size)), size, size, Color.TRANSPARENT).snapshot(null);
    }
}
