package app.lectern.shell.controls;

import app.lectern.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Text to be copied: mono, selectable, with a Copy button beside its first lines, so that no line runs under it.
public final class CodeBlock extends HBox {
    private static final double LINE = 16.5;
    private static final double PADDING = 18;
    private static final double LETTER = 7;
    private static final double BAR = 14;

    private final TextArea area = new TextArea();

    public CodeBlock(String code, Words words, Consumer<String> copy) {
        getStyleClass().add("lx-code");
        area.setEditable(false);
        area.setWrapText(false);
        var button = new Button(words.text("copy"), Icons.of("bi-clipboard", 14));
        button.getStyleClass().add("small");
        button.setOnAction(pressed -> copy.accept(area.getText()));
        button.setMinWidth(USE_PREF_SIZE);
        setMargin(button, new Insets(8, 8, 8, 6));
        setHgrow(area, Priority.ALWAYS);
        area.setMinWidth(0);
        area.setMaxHeight(Double.MAX_VALUE);
        getChildren().addAll(area, button);
        area.widthProperty().subscribe(width -> fit());
        show(code);
    }

    /// Long lines go on below instead of to the right, in a place of this height.
    public void wrapLines(double height) {
        area.setWrapText(true);
        area.setPrefHeight(height);
    }

    public void show(String code) {
        area.setText(code);
        area.setAccessibleText(code);
        fit();
        area.setMinHeight(LINE + PADDING);
    }

    /// A line that is too long brings a scroll bar, which must not cover the last one.
    private void fit() {
        if (area.isWrapText()) {
            return;
        }
        int longest = area.getText().lines().mapToInt(String::length).max().orElse(0);
        boolean scrolls = area.getWidth() > 0 && longest * LETTER + PADDING > area.getWidth();
        area.setPrefHeight(area.getText().lines().count() * LINE + PADDING + (scrolls ? BAR : 0));
    }
}
