package app.lectern.overview;

import app.lectern.activity.CallFigures;
import app.lectern.meetings.planning.CreationFigures;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.FigureTile;
import app.lectern.shell.controls.Sparkline;
import app.lectern.shell.controls.Tone;
import app.lectern.sync.alerts.Fix;
import app.lectern.sync.alerts.FixKind;
import app.lectern.sync.health.FigureKind;
import app.lectern.sync.health.FigureWords;
import app.lectern.sync.health.TargetFigure;
import app.lectern.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The four figures of the calls to Microsoft, each beside its target.
final class FigureTiles {
    private final Words words;
    private final FigureWords texts;
    private final Consumer<Fix> fixes;

    FigureTiles(Words words, Consumer<Fix> fixes) {
        this.words = words;
        this.fixes = fixes;
        this.texts = new FigureWords(words);
    }

    Node legend() {
        var label = new Label("- - -  " + words.text("overview.target"));
        label.getStyleClass().add("lx-secondary");
        return label;
    }

    List<Node> of(CallFigures now) {
        var targets = CallTargets.of(now);
        var statuses = now.statuses().entrySet().stream()
                .limit(3)
                .map(each -> each.getValue() + " × " + (each.getKey() == 0 ? words.text("overview.no-answer") : each.getKey()))
                .collect(Collectors.joining(", "));
        return List.of(
                tile(targets.get(0), course(now, targets.get(0), CallFigures.Point::successShare), words.text("overview.success.about", now.succeeded(), now.calls())),
                tile(targets.get(1), course(now, targets.get(1), point -> point.average().toMillis() / 1000.0), words.text("overview.latency.about", words.span(now.slowest5()))),
                tile(targets.get(2), course(now, targets.get(2), CallFigures.Point::retryShare), words.text("overview.retry.about", now.retried())),
                tile(targets.get(3), course(now, targets.get(3), CallFigures.Point::errorShare), statuses));
    }

    List<Node> of(CreationFigures now) {
        var about = List.of(words.text("overview.creation.success.about", now.made(), now.tried()), "",
                words.text("overview.creation.retry.about", now.repeated()), words.text("overview.creation.error.about", now.refused(), now.requests()));
        var targets = CreationTargets.of(now);
        var tiles = new ArrayList<Node>();
        for (int at = 0; at < targets.size(); at++) {
            tiles.add(tile(targets.get(at), new Sparkline(List.of(), OptionalDouble.of(targets.get(at).target()), ""), now.isEmpty() ? "" : about.get(at)));
        }
        return tiles;
    }

    private Node tile(TargetFigure figure, Node course, String about) {
        var state = new Chip(words.of(figure.state()), switch (figure.state()) {
            case UNKNOWN -> Tone.NEUTRAL;
            case ON_TARGET -> Tone.SUCCESS;
            case NEAR_LIMIT -> Tone.WARNING;
            case OFF_TARGET -> Tone.DANGER;
        });
        var target = texts.target(figure);
        var tile = new FigureTile(texts.name(figure), state, texts.number(figure), texts.unit(figure), course, about.isEmpty() ? target : target + " · " + about)
                .leading(() -> fixes.accept(new Fix(FixKind.SHOW_CALLS, figure.kind() == FigureKind.API_ERROR_RATE || figure.kind() == FigureKind.CREATION_ERROR_RATE ? "error" : "")));
        tile.setId("overview-" + figure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        tile.setMinWidth(0);
        tile.setPrefWidth(10);
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }

    private static Sparkline course(CallFigures now, TargetFigure figure, ToDoubleFunction<CallFigures.Point> value) {
        // one point is no course
        var points = now.points().size() < 2 ? List.<Double>of() : now.points().stream().map(value::applyAsDouble).toList();
        return new Sparkline(points, OptionalDouble.of(figure.target()), "");
    }
}
