package app.lectern.shell.controls;

import app.lectern.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;

/// Text to be copied: mono, selectable, with a Copy button at the corner.
public final class CodeBlock extends StackPane {
    private static final double LINE = 16.5;
    private static final double PADDING = 18;

    private final TextArea area = new TextArea();

    public CodeBlock(String code, Words words, Consumer<String> copy) {
        getStyleClass().add("lx-code");
        area.setEditable(false);
        area.setWrapText(false);
        area.setAccessibleText(code);
        var button = new Button(words.text("copy"), Icons.of("bi-clipboard", 14));
        button.getStyleClass().add("small");
        button.setOnAction(pressed -> copy.accept(area.getText()));
        setAlignment(button, Pos.TOP_RIGHT);
        setMargin(button, new Insets(8));
        getChildren().addAll(area, button);
        show(code);
    }

    public void show(String code) {
        area.setText(code);
        area.setPrefHeight(code.lines().count() * LINE + PADDING);
        area.setMinHeight(LINE + PADDING);
    }
}
