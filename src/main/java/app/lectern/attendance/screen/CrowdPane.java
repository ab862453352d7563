package app.lectern.attendance.screen;

import app.lectern.attendance.Crowd;
import app.lectern.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/// How many people were in the meeting over its time, as steps, with the number of invited people as a dashed line.
final class CrowdPane extends Pane {
    private static final double LEFT = 36;
    private static final double RIGHT = 14;
    private static final double TOP = 14;
    private static final double BOTTOM = 24;
    private static final int LINES = 4;

    private final Words words;
    private TimeScale scale;
    private Crowd crowd = new Crowd(List.of());
    private int invited;

    CrowdPane(Words words) {
        this.words = words;
        getStyleClass().add("lx-crowd");
        setId("attendance-crowd");
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        // drawn when the size changes and not while layout goes on, which new children would start again
        widthProperty().subscribe(width -> draw());
        heightProperty().subscribe(height -> draw());
    }

    void show(Crowd shown, TimeScale on, int wereInvited) {
        crowd = shown;
        scale = on;
        invited = wereInvited;
        var most = shown.most();
        setAccessibleText(words.text("attendance.crowd"));
        setAccessibleHelp(words.text("attendance.crowd.help", most.people(), words.time(most.at()), wereInvited));
        draw();
    }

    private void draw() {
        getChildren().clear();
        if (scale == null || getWidth() < LEFT + RIGHT + 20 || getHeight() < TOP + BOTTOM + 20) {
            return;
        }
        int top = top(Math.max(crowd.most().people(), invited));
        for (int line = 0; line <= LINES; line++) {
            double y = y(top * line / (double) LINES, top);
            getChildren().add(styled(new Line(LEFT, y, getWidth() - RIGHT, y), "grid"));
            text(words.count(Math.round(top * line / (double) LINES)), 0, y - 8, LEFT - 8, Pos.CENTER_RIGHT);
        }
        for (var tick : scale.ticks(words.zone())) {
            text(words.time(tick), x(tick) - 24, getHeight() - BOTTOM + 4, 48, Pos.CENTER);
        }
        steps(top);
        if (invited > 0) {
            double y = y(invited, top);
            getChildren().add(styled(new Line(LEFT, y, getWidth() - RIGHT, y), "invited"));
            text(words.text("attendance.crowd.invited", invited), getWidth() - RIGHT - 120, y - 16, 118, Pos.CENTER_RIGHT);
        }
    }

    /// The next number that four lines divide without a rest.
    private static int top(int most) {
        int least = Math.max(LINES, most + 1);
        int step = least <= 40 ? LINES : least <= 400 ? 20 : 200;
        return (least + step - 1) / step * step;
    }

    private void steps(int top) {
        var points = new ArrayList<Double>();
        double before = y(0, top);
        points.addAll(List.of(LEFT, before));
        for (var step : crowd.steps()) {
            points.addAll(List.of(x(step.at()), before));
            before = y(step.people(), top);
            points.addAll(List.of(x(step.at()), before));
        }
        points.addAll(List.of(getWidth() - RIGHT, before));
        var area = new Polygon();
        area.getPoints().setAll(points);
        area.getPoints().addAll(getWidth() - RIGHT, y(0, top), LEFT, y(0, top));
        var line = new Polyline();
        line.getPoints().setAll(points);
        getChildren().addAll(styled(area, "area"), styled(line, "line"));
    }

    private static <N extends javafx.scene.Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        node.setManaged(false);
        return node;
    }

    private void text(String says, double x, double y, double width, Pos where) {
        var label = styled(new Label(says), "lx-hint");
        label.setAlignment(where);
        getChildren().add(label);
        label.resizeRelocate(x, y, width, 16);
    }

    private double x(Instant at) {
        return LEFT + scale.share(at) * (getWidth() - LEFT - RIGHT);
    }

    private double y(double people, int top) {
        return getHeight() - BOTTOM - people / top * (getHeight() - TOP - BOTTOM);
    }
}
