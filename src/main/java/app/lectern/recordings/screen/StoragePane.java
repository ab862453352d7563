package app.lectern.recordings.screen;

import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.ShareBar;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How full the organisers' OneDrives are, the fullest first, and the disk under the downloads folder.
final class StoragePane extends VBox {
    private static final int MOST = 5;
    /// Below this share of free disk it is warned.
    private static final double LOW = 0.1;

    private final Words words;
    private final VBox body = new VBox(8);

    StoragePane(Shell shell, RecordingsViewModel model) {
        this.words = shell.words();
        setId("recordings-storage");
        getStyleClass().addAll("lx-card", "lx-area", "storage");
        var title = new Label(words.text("recordings.storage"));
        title.getStyleClass().add("lx-card-title");
        var head = new HBox(title);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        body.setPadding(new Insets(12, 14, 12, 14));
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.storage().subscribe(this::show);
    }

    private void show(StorageFacts facts) {
        body.getChildren().clear();
        if (facts.total() > 0) {
            double full = 1 - (double) facts.free() / facts.total();
            boolean low = 1 - full < LOW;
            body.getChildren().add(line(words.text("recordings.storage.here"), words.text("recordings.storage.free", words.size(facts.free())), full,
                    low ? Tone.WARNING : Tone.ACCENT, facts.folder()));
            if (low) {
                body.getChildren().add(warning(words.text("recordings.storage.low", words.percent(full))));
            }
        }
        if (facts.nearlyFull() > 0) {
            body.getChildren().add(warning(words.text("recordings.storage.full", facts.nearlyFull(), facts.warnPercent())));
        }
        facts.drives().stream().limit(MOST).forEach(drive -> body.getChildren().add(line(drive.owner(),
                words.text("recordings.storage.of", words.size(drive.used()), words.size(drive.total())), drive.share(),
                drive.share() * 100 >= facts.warnPercent() ? Tone.WARNING : Tone.ACCENT, words.text("recordings.storage.drive", drive.owner()))));
        if (facts.drives().size() > MOST) {
            body.getChildren().add(quiet(words.text("recordings.storage.more", facts.drives().size() - MOST)));
        }
        if (facts.drives().isEmpty()) {
            body.getChildren().add(quiet(words.text("recordings.storage.none")));
        }
    }

    private Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("lx-secondary");
        label.setWrapText(true);
        return label;
    }

    private Label warning(String text) {
        var label = new Label(text, Icons.of(Tone.WARNING, 12));
        label.getStyleClass().add("lx-small");
        label.setWrapText(true);
        return label;
    }

    private VBox line(String name, String value, double share, Tone tone, String tip) {
        var title = new Label(name);
        title.getStyleClass().add("lx-row-name");
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(tip));
        var figure = new Label(value);
        figure.getStyleClass().add("lx-secondary");
        figure.setMinWidth(USE_PREF_SIZE);
        var space = new javafx.scene.layout.Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var top = new HBox(6, title, space, figure);
        top.setAlignment(Pos.CENTER_LEFT);
        var bar = new ShareBar().share(share);
        bar.tone(tone);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(name + ": " + words.percent(share));
        return new VBox(4, top, bar);
    }
}
