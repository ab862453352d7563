package app.lectern.shell;

import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.CodeBlock;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.FigureTile;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.KeyValues;
import app.lectern.shell.controls.PageHead;
import app.lectern.shell.controls.Segmented;
import app.lectern.shell.controls.Sparkline;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The shared controls with the design's example data, to be looked at beside its pictures.
final class ControlGallery extends VBox {
    record Recording(String title, String meeting, String path, long megabytes, String state, Tone tone) {}

    ControlGallery(Shell shell) {
        getStyleClass().add("lx-screen");
        var sync = new Button("Sync", app.lectern.shell.controls.Icons.of("bi-arrow-repeat", 14));
        var download = new Button("Download 12 waiting", app.lectern.shell.controls.Icons.of("bi-download", 14));
        download.getStyleClass().add("accent");
        var delete = new Button("Delete");
        delete.getStyleClass().addAll("danger", "button-outlined");
        var card = new Card().flush(table(shell));
        setVgrow(card, Priority.ALWAYS);
        getChildren().addAll(new PageHead("Recordings", "248 items from 91 meetings", delete, sync, download),
                new InlineMessage(Tone.DANGER, "The last sync failed", "graph.microsoft.com did not answer in time.")
                        .button("Try again", Optional.empty(), () -> {}),
                card, new HBox(12, details(shell), figure(), form()));
    }

    static TableView<Recording> table(Shell shell) {
        TableView<Recording> table = Tables.dense("Recordings", shell::copy, row -> {});
        table.getColumns().add(Tables.name("Title", 170, Recording::title));
        table.getColumns().add(Tables.text("Meeting", 180, Recording::meeting));
        table.getColumns().add(Tables.mono("Path", 330, Recording::path));
        table.getColumns().add(Tables.number("Size", 90, Recording::megabytes, size -> shell.words().size(size * 1_000_000)));
        table.getColumns().add(Tables.chip("On this computer", 160, Recording::state, Recording::tone));
        table.getItems().addAll(
                new Recording("Reaction rates", "Year 11 Chemistry", "…\\2026-11\\reaction-rates.mp4", 742, "Verified", Tone.SUCCESS),
                new Recording("Integration by parts", "A-level Mathematics", "…\\2026-11\\integration.mp4", 815, "64 %", Tone.ACCENT),
                new Recording("Enzymes", "Year 12 Biology", "…\\2026-11\\enzymes.mp4", 771, "Paused 31 %", Tone.WARNING),
                new Recording("Year 7, autumn term", "Parents’ evening", "…\\2026-11\\year-7.mp4", 1200, "Damaged", Tone.DANGER));
        table.getSelectionModel().select(0);
        return table;
    }

    private static Card details(Shell shell) {
        var values = new KeyValues(74).line("Meeting", "Year 11 Chemistry, 18 Nov").mono("SHA-256", "9f2c…a81e, matches");
        return Card.titled("Reaction rates", "18 Nov", new Chip("Integrity verified", Tone.SUCCESS))
                .add(values, new CodeBlock("Grant-CsApplicationAccessPolicy `\n  -PolicyName Lectern-Meetings `\n  -Identity ruth.okafor", shell.words(), shell::copy));
    }

    private static Card figure() {
        var course = List.of(99.0, 99.4, 98.6, 99.6, 99.8, 99.1, 99.9, 99.2, 99.5, 99.7, 99.3, 99.9);
        return Card.titled("Meeting generation", "", new Segmented<>(List.of("24 h", "7 days", "30 days"), each -> each))
                .flush(new FigureTile("Success rate", new Chip("On target", Tone.SUCCESS), "99.5", "%",
                        new Sparkline(course, OptionalDouble.of(99), "Success rate"), "Target above 99 % · 609 of 612"));
    }

    private static Card form() {
        var row = new FieldRow();
        row.setLabel("Port");
        row.setControl(new TextField("http"));
        row.showProblem(new SimpleStringProperty("A number from 1 to 65535."));
        return Card.titled("Network", "").add(row);
    }
}
