package app.lectern.shell.controls;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/// The course of a figure in 118 by 34 pixels, with a dashed line where the target is. Drawn rather than charted: a
/// chart without axes still costs a dozen nodes and a layout of its own.
public final class Sparkline extends Region {
    private static final double WIDTH = 118;
    private static final double HEIGHT = 34;
    private static final double POINT = 3;

    public Sparkline(List<Double> values, OptionalDouble target, String spoken) {
        getStyleClass().add("lx-sparkline");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setAccessibleText(spoken);
        double least = Math.min(values.stream().mapToDouble(value -> value).min().orElse(0), target.orElse(Double.MAX_VALUE));
        double most = Math.max(values.stream().mapToDouble(value -> value).max().orElse(1), target.orElse(-Double.MAX_VALUE));
        double low = least - (most - least) * 0.6;
        double high = most + (most - least) * 0.1;
        var line = new Polyline();
        line.getStyleClass().add("line");
        var area = new Polygon();
        area.getStyleClass().add("area");
        for (int i = 0; i < values.size(); i++) {
            double x = values.size() == 1 ? WIDTH : WIDTH * i / (values.size() - 1);
            double y = y(values.get(i), low, high);
            line.getPoints().addAll(x, y);
            area.getPoints().addAll(x, y);
        }
        area.getPoints().addAll(WIDTH, HEIGHT, 0.0, HEIGHT);
        if (values.size() == 1) {
            // a line of one point would not be seen, and the area under it would look like a course
            var point = new Circle(WIDTH - POINT, y(values.getFirst(), low, high), POINT);
            point.getStyleClass().add("point");
            getChildren().add(point);
        } else {
            getChildren().addAll(area, line);
        }
        target.ifPresent(value -> {
            double y = Math.round(y(value, low, high)) + 0.5;
            var dashes = new Line(0, y, WIDTH, y);
            dashes.getStyleClass().add("target");
            getChildren().add(dashes);
        });
    }

    private static double y(double value, double low, double high) {
        return high == low ? HEIGHT / 2 : HEIGHT - (value - low) / (high - low) * (HEIGHT - 2);
    }
}
