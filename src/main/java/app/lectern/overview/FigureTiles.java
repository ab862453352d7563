package app.lectern.overview;

import app.lectern.activity.CallFigures;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.FigureTile;
import app.lectern.shell.controls.Sparkline;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The four figures of the calls to Microsoft, each beside its target.
final class FigureTiles {
    private static final double SUCCESS_TARGET = 0.99;
    private static final Duration LATENCY_TARGET = Duration.ofSeconds(5);
    private static final double RETRY_TARGET = 0.10;
    private static final double ERROR_TARGET = 0.01;
    /// Within this share of the target a figure is near its limit.
    private static final double NEAR = 0.75;

    private final Words words;

    FigureTiles(Words words) {
        this.words = words;
    }

    Node legend() {
        var label = new Label("- - -  " + words.text("overview.target"));
        label.getStyleClass().add("lx-secondary");
        return label;
    }

    List<Node> of(CallFigures now) {
        var statuses = now.statuses().entrySet().stream()
                .limit(3)
                .map(each -> each.getValue() + " × " + (each.getKey() == 0 ? words.text("overview.no-answer") : each.getKey()))
                .collect(Collectors.joining(", "));
        return List.of(
                tile("overview.success", known(now, percent(now.successShare())), "%", above(now, now.successShare()), course(now, SUCCESS_TARGET, CallFigures.Point::successShare),
                        words.text("overview.success.about", now.succeeded(), now.calls())),
                tile("overview.latency", known(now, seconds(now.average())), "s", below(now, now.average().toMillis(), LATENCY_TARGET.toMillis()),
                        course(now, LATENCY_TARGET.toMillis(), point -> point.average().toMillis()),
                        words.text("overview.latency.about", words.span(now.slowest5()))),
                tile("overview.retry", known(now, percent(now.retryShare())), "%", below(now, now.retryShare(), RETRY_TARGET),
                        course(now, RETRY_TARGET, CallFigures.Point::retryShare), words.text("overview.retry.about", now.retried())),
                tile("overview.error", known(now, percent(now.errorShare())), "%", below(now, now.errorShare(), ERROR_TARGET),
                        course(now, ERROR_TARGET, CallFigures.Point::errorShare),
                        statuses.isEmpty() ? words.text("overview.error.about") : words.text("overview.error.about.statuses", statuses)));
    }

    private Node tile(String key, String figure, String unit, Chip state, Node course, String about) {
        var tile = new FigureTile(words.text(key), state, figure, unit, course, about);
        tile.setMinWidth(0);
        tile.setPrefWidth(10);
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }

    private static Sparkline course(CallFigures now, double target, ToDoubleFunction<CallFigures.Point> value) {
        // one point is no course
        var points = now.points().size() < 2 ? List.<Double>of() : now.points().stream().map(value::applyAsDouble).toList();
        return new Sparkline(points, OptionalDouble.of(target), "");
    }

    private Chip above(CallFigures now, double share) {
        if (now.calls() == 0) {
            return chip("overview.no-calls", Tone.NEUTRAL);
        }
        return share >= SUCCESS_TARGET ? chip("overview.on-target", Tone.SUCCESS) : chip("overview.off-target", Tone.DANGER);
    }

    private Chip below(CallFigures now, double value, double limit) {
        if (now.calls() == 0) {
            return chip("overview.no-calls", Tone.NEUTRAL);
        }
        if (value > limit) {
            return chip("overview.off-target", Tone.DANGER);
        }
        return value > limit * NEAR ? chip("overview.near-limit", Tone.WARNING) : chip("overview.on-target", Tone.SUCCESS);
    }

    private Chip chip(String key, Tone tone) {
        return new Chip(words.text(key), tone);
    }

    /// Without a call there is no share, and 0 would say that everything failed.
    private static String known(CallFigures now, String figure) {
        return now.calls() == 0 ? "–" : figure;
    }

    private String percent(double share) {
        return decimal(share * 100);
    }

    private String seconds(Duration duration) {
        return decimal(duration.toMillis() / 1000.0);
    }

    private String decimal(double value) {
        var format = NumberFormat.getNumberInstance(words.locale());
        format.setMaximumFractionDigits(1);
        format.setMinimumFractionDigits(1);
        return format.format(value);
    }
}
