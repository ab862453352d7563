package app.lectern.overview;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// A ring that shows a part of a whole, with both numbers in it.
final class ShareRing extends StackPane {
    private static final double RADIUS = 26;

    ShareRing(long part, long whole) {
        getStyleClass().add("lx-share-ring");
        setMinSize(60, 60);
        setMaxSize(60, 60);
        var ground = new Circle(RADIUS);
        ground.getStyleClass().add("ground");
        var arc = new Arc(0, 0, RADIUS, RADIUS, 90, whole == 0 ? 0 : -360.0 * part / whole);
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add("part");
        // an arc's bounds are those of the piece, so it is placed by hand on the middle
        arc.setManaged(false);
        arc.setLayoutX(30);
        arc.setLayoutY(30);
        getChildren().addAll(ground, arc, new Label(part + "/" + whole));
    }
}
