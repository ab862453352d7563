package app.lectern.diagnosis;

import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One link of the evidence chain: state, what was asked, what came back, and what it means.
final class ProbeCell extends ListCell<ProbeResult> {
    private final Words words;

    ProbeCell(Words words) {
        this.words = words;
        getStyleClass().add("lx-probe-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ProbeResult result, boolean empty) {
        super.updateItem(result, empty);
        setText(null);
        setGraphic(empty || result == null ? null : line(result));
        setAccessibleText(empty || result == null ? "" : words.of(result.kind()) + ". " + result.label() + ". " + result.meaning());
    }

    /// As high as the wrapped sentence needs at this width: the list asks before the cell has one.
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double whole = getWidth() > 0 ? getWidth() : getListView().getWidth();
        return snapSizeY(snappedTopInset() + getGraphic().prefHeight(whole - snappedLeftInset() - snappedRightInset()) + snappedBottomInset());
    }

    private HBox line(ProbeResult result) {
        var title = new Label((getIndex() + 1) + ". " + words.of(result.kind()));
        title.getStyleClass().add("title");
        var tone = tone(result.state());
        var took = new Label(words.span(result.took()));
        took.getStyleClass().addAll("lx-mono", "took");
        var head = new HBox(8, title, Card.space(), Chip.plain(result.label(), tone), took);
        head.setAlignment(Pos.CENTER_LEFT);
        var texts = new VBox(head);
        if (!result.request().isEmpty()) {
            var request = new Label(result.request());
            request.getStyleClass().addAll("lx-mono", "request");
            request.setMinWidth(0);
            texts.getChildren().add(request);
        }
        var meaning = new Label(result.meaning());
        meaning.getStyleClass().add("meaning");
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        texts.getChildren().add(meaning);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        var line = new Region();
        line.getStyleClass().add("chain");
        VBox.setVgrow(line, Priority.ALWAYS);
        var rail = new VBox(4, Icons.of(tone, 14), line);
        rail.setAlignment(Pos.TOP_CENTER);
        return new HBox(10, rail, texts);
    }

    private static Tone tone(ProbeResult.State state) {
        return switch (state) {
            case GOOD -> Tone.SUCCESS;
            case NOTICE -> Tone.ACCENT;
            case WARNING -> Tone.WARNING;
            case BAD -> Tone.DANGER;
            case NEUTRAL -> Tone.NEUTRAL;
        };
    }
}
