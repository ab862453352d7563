package app.lectern.sync.health;

import app.lectern.words.Words;
import java.text.NumberFormat;

/// Writes figures and their targets: shares in percent, times in seconds.
public record FigureWords(Words words) {
    public String name(TargetFigure figure) {
        return words.of(figure.kind());
    }

    /// Without something to count there is no figure, and 0 would say that everything failed.
    public String number(TargetFigure figure) {
        return figure.value().isEmpty() ? "–" : decimal(figure.value().getAsDouble() * (figure.kind().isTime() ? 1 : 100), 1);
    }

    public String unit(TargetFigure figure) {
        return figure.kind().isTime() ? "s" : "%";
    }

    public String value(TargetFigure figure) {
        return figure.value().isEmpty() ? number(figure) : number(figure) + " " + unit(figure);
    }

    public String target(TargetFigure figure) {
        var target = decimal(figure.target() * (figure.kind().isTime() ? 1 : 100), 0) + " " + unit(figure);
        return words.text(figure.atLeast() ? "figure.target.above" : "figure.target.below", target);
    }

    private String decimal(double value, int least) {
        var format = NumberFormat.getNumberInstance(words.locale());
        format.setMaximumFractionDigits(1);
        format.setMinimumFractionDigits(least);
        return format.format(value);
    }
}
