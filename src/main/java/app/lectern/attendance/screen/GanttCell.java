package app.lectern.attendance.screen;

import app.lectern.attendance.Participant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Somebody's stays as bars on the table's scale of time; being away is a dotted line, an entry by hand a dashed frame. The bars
/// are told in words to screen readers.
final class GanttCell extends TableCell<Participant, String> {
    private static final double BAR = 12;
    static final double SIDE = 14;

    private final Supplier<TimeScale> scale;
    private final ZoneId zone;
    private final Bars bars = new Bars();

    GanttCell(Supplier<TimeScale> scale, ZoneId zone) {
        this.scale = scale;
        this.zone = zone;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("lx-gantt");
    }

    @Override
    protected void updateItem(String item, boolean empty) {
        super.updateItem(item, empty);
        var person = empty ? null : getTableRow().getItem();
        if (person == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        bars.show(person, scale.get());
        setGraphic(bars);
        setTooltip(new Tooltip(item.replace(", ", "\n")));
        setAccessibleText(item);
    }

    private final class Bars extends Pane {
        private Participant person;
        private TimeScale scale;

        Bars() {
            setMinWidth(0);
            setPrefWidth(10);
            setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }

        void show(Participant shown, TimeScale on) {
            person = shown;
            scale = on;
            getChildren().clear();
            on.ticks(zone).forEach(tick -> add("tick"));
            var stretches = shown.time().stretches();
            stretches.stream().skip(1).forEach(gap -> add("away"));
            stretches.forEach(stay -> add(shown.isManual() ? "manual" : "stay"));
            requestLayout();
        }

        private void add(String style) {
            var region = new Region();
            region.getStyleClass().add(style);
            region.setManaged(false);
            getChildren().add(region);
        }

        @Override
        protected void layoutChildren() {
            if (person == null) {
                return;
            }
            double height = getHeight();
            int at = 0;
            for (var tick : scale.ticks(zone)) {
                getChildren().get(at++).resizeRelocate(Math.round(x(tick)), -6, 1, height + 12);
            }
            var stretches = person.time().stretches();
            for (int gap = 1; gap < stretches.size(); gap++) {
                place(at++, stretches.get(gap - 1).left(), stretches.get(gap).joined(), height / 2, 1);
            }
            for (var stay : stretches) {
                place(at++, stay.joined(), stay.left(), (height - BAR) / 2, BAR);
            }
        }

        private double x(Instant moment) {
            return SIDE + scale.share(moment) * (getWidth() - 2 * SIDE);
        }

        private void place(int child, Instant from, Instant until, double y, double high) {
            double start = x(from);
            getChildren().get(child).resizeRelocate(start, y, Math.max(2, x(until) - start), high);
        }
    }

    /// The times above the bars.
    static final class Ruler extends Pane {
        private final ZoneId zone;
        private final java.util.function.Function<Instant, String> clock;
        private TimeScale scale;

        Ruler(ZoneId zone, java.util.function.Function<Instant, String> clock) {
            this.zone = zone;
            this.clock = clock;
            setMinWidth(0);
            setPrefHeight(18);
            getStyleClass().add("lx-ruler");
        }

        void show(TimeScale on) {
            scale = on;
            getChildren().setAll(on.ticks(zone).stream().map(tick -> {
                var label = new Label(clock.apply(tick));
                label.getStyleClass().add("lx-hint");
                label.setAlignment(Pos.CENTER);
                label.setManaged(false);
                return label;
            }).toList());
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            if (scale == null) {
                return;
            }
            List<Instant> ticks = scale.ticks(zone);
            double free = Double.NEGATIVE_INFINITY;
            for (int at = 0; at < ticks.size(); at++) {
                var label = (Label) getChildren().get(at);
                double width = label.prefWidth(-1);
                double x = SIDE + scale.share(ticks.get(at)) * (getWidth() - 2 * SIDE) - width / 2;
                boolean room = x >= free && x + width <= getWidth() + SIDE;
                label.setVisible(room);
                if (room) {
                    label.resizeRelocate(x, (getHeight() - label.prefHeight(-1)) / 2, width, label.prefHeight(-1));
                    free = x + width + 8;
                }
            }
        }
    }
}
