package app.lectern.meetings.screen;

import app.lectern.meetings.planning.bulk.Rehearsal;
import app.lectern.shell.Loading;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Under the calendar while an import is rehearsed: what it is, what would come of it, and the way on.
final class RehearsalBarPane extends HBox {
    private final ImportViewModel model;
    private final Words words;
    private final Runnable review;
    private final Runnable create;

    RehearsalBarPane(ImportViewModel model, Words words, Runnable review, Runnable create) {
        this.model = model;
        this.words = words;
        this.review = review;
        this.create = create;
        getStyleClass().addAll("rehearsal-bar", "lx-area");
        setAlignment(Pos.CENTER_LEFT);
        model.rehearsal().subscribe(this::show);
    }

    private void show(Loading<Rehearsal> now) {
        boolean shown = !(now instanceof Loading.Idle);
        setVisible(shown);
        setManaged(shown);
        getChildren().clear();
        if (!shown) {
            return;
        }
        var source = new Label(now.data().map(Rehearsal::source).orElse(words.text("meetings.import.reading")));
        source.getStyleClass().add("lx-strong");
        var about = new Label(now.data().map(made -> words.text("meetings.import.about", made.rows().size())).orElse(""));
        about.getStyleClass().add("lx-secondary");
        var texts = new VBox(source, about);
        texts.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Icons.of("bi-file-earmark-spreadsheet", 16), texts, Card.space());
        now.data().ifPresent(made -> getChildren().addAll(RehearsalPane.chips(made, words)));
        getChildren().add(button("meetings.import.discard", "meetings-import-discard", model::forget));
        now.data().ifPresent(made -> {
            var accept = button("meetings.import.accept", "meetings-import-create", create);
            accept.setText(words.text("meetings.import.accept", model.wantedCount()));
            accept.getStyleClass().add("accent");
            accept.setDisable(model.wantedCount() == 0 || now.isBusy());
            getChildren().addAll(button("meetings.import.review", "meetings-import-review", review), accept);
        });
    }

    private Button button(String key, String id, Runnable action) {
        var button = new Button(key.equals("meetings.import.accept") ? "" : words.text(key));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }
}
