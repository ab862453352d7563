package app.lectern.overview;

import app.lectern.activity.CallFigures;
import app.lectern.activity.CallRows;
import app.lectern.meetings.planning.CreationFigures;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.FigureTile;
import app.lectern.shell.controls.Sparkline;
import app.lectern.shell.controls.Tone;
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

/// Four figures, each beside its target, with its course over time and the way to the rows behind it.
final class FigureTiles {
    private final Words words;
    private final FigureWords texts;
    private final Consumer<CallRows> calls;
    private final Consumer<CreationRows> creations;

    /// @param calls     shows the calls behind a figure
    /// @param creations shows the creations behind one
    FigureTiles(Words words, Consumer<CallRows> calls, Consumer<CreationRows> creations) {
        this.words = words;
        this.calls = calls;
        this.creations = creations;
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
        var about = List.of(words.text("overview.success.about", now.succeeded(), now.calls()), words.text("overview.latency.about", words.span(now.slowest5())),
                words.text("overview.retry.about", now.retried()), statuses);
        var behind = List.of(now.succeeded() < now.calls() ? CallRows.UNSUCCESSFUL : CallRows.COUNTED, CallRows.COUNTED, CallRows.RETRIED, CallRows.WITH_ERRORS);
        var values = List.<ToDoubleFunction<CallFigures.Point>>of(CallFigures.Point::successShare, point -> point.average().toMillis() / 1000.0,
                CallFigures.Point::retryShare, CallFigures.Point::errorShare);
        var tiles = new ArrayList<Node>();
        for (int at = 0; at < targets.size(); at++) {
            var rows = behind.get(at);
            tiles.add(tile(targets.get(at), now.points().stream().map(values.get(at)::applyAsDouble).toList(), now.calls() == 0 ? "" : about.get(at), () -> calls.accept(rows)));
        }
        return tiles;
    }

    List<Node> of(CreationFigures now) {
        var targets = CreationTargets.of(now);
        var about = List.of(words.text("overview.creation.success.about", now.made(), now.tried()), "",
                words.text("overview.creation.retry.about", now.repeated()), words.text("overview.creation.error.about", now.refused(), now.requests()));
        var behind = List.of(now.made() < now.tried() ? CreationRows.FAILED : CreationRows.ALL, CreationRows.ALL, CreationRows.REPEATED, CreationRows.REPEATED);
        var tiles = new ArrayList<Node>();
        for (int at = 0; at < targets.size(); at++) {
            var kind = targets.get(at).kind();
            var rows = behind.get(at);
            var course = now.points().stream().flatMap(point -> CreationTargets.of(point.figures()).stream()).filter(figure -> figure.kind() == kind)
                    .flatMap(figure -> figure.value().stream().boxed()).toList();
            tiles.add(tile(targets.get(at), course, now.isEmpty() ? "" : about.get(at), () -> creations.accept(rows)));
        }
        return tiles;
    }

    private Node tile(TargetFigure figure, List<Double> course, String about, Runnable open) {
        var state = new Chip(words.of(figure.state()), switch (figure.state()) {
            case UNKNOWN -> Tone.NEUTRAL;
            case ON_TARGET -> Tone.SUCCESS;
            case NEAR_LIMIT -> Tone.WARNING;
            case OFF_TARGET -> Tone.DANGER;
        });
        var target = texts.target(figure);
        var line = new Sparkline(course, OptionalDouble.of(figure.target()), "");
        var tile = new FigureTile(texts.name(figure), state, texts.number(figure), texts.unit(figure), line, about.isEmpty() ? target : target + " · " + about)
                .leading(open);
        tile.setId("overview-" + figure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        tile.setMinWidth(0);
        tile.setPrefWidth(10);
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }
}
