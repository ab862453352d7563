package app.lectern.recordings.screen;

import app.lectern.recordings.CleanUpPlan;
import app.lectern.recordings.CleanUpResult;
import app.lectern.recordings.CleanUpRule;
import app.lectern.recordings.RecordingSettings;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Later;
import app.lectern.shell.ProblemMessage;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.Segmented;
import app.lectern.shell.controls.Tables;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/// A clean-up, which always begins with its dry run: what would go, what stays and why, and only then the button that does it.
final class CleanUpPane {
    private static final Duration TYPING = Duration.ofMillis(300);

    private final Shell shell;
    private final Words words;
    private final RecordingDeedsViewModel deeds;
    private final DialogBox box;
    private final Spinner<Integer> days;
    private final Segmented<Boolean> archive;
    private final Label folder = new Label();
    private final Label about = new Label();
    private final TableView<CleanUpPlan.Item> table;
    private final Button run = new Button();
    private final Later later = Later.onFxThread();
    private Optional<Path> target = Optional.empty();
    private CleanUpPlan plan;

    private CleanUpPane(Shell shell, RecordingDeedsViewModel deeds, RecordingSettings settings) {
        this.shell = shell;
        this.words = shell.words();
        this.deeds = deeds;
        box = new DialogBox(words.text("recordings.clean-up.title"), words, shell.layers(), shell::copy).wide(660);
        days = new Spinner<>(1, 3650, settings.cleanUpDays());
        days.setId("clean-up-days");
        days.setEditable(true);
        days.setPrefWidth(110);
        var older = new FieldRow();
        older.setLabel(words.text("recordings.clean-up.days"));
        older.setControl(days);
        archive = new Segmented<>(List.of(false, true), to -> words.text(to ? "recordings.clean-up.archive" : "recordings.clean-up.delete"));
        archive.setId("clean-up-archive");
        folder.getStyleClass().addAll("lx-mono", "lx-muted");
        folder.setMinWidth(0);
        table = Tables.dense(words.text("recordings.clean-up.dry-run"), shell::copy, item -> {});
        table.setId("clean-up-table");
        table.setPrefHeight(29 * 8 + 33);
        table.setPlaceholder(new LoadingRows(4));
        table.getColumns().add(Tables.<CleanUpPlan.Item>name(words.text("recordings.column.title"), 220, item -> item.recording().title()));
        table.getColumns().add(Tables.<CleanUpPlan.Item>text(words.text("recordings.column.date"), 118, item -> words.when(item.recording().recordedAt())));
        table.getColumns().add(Tables.<CleanUpPlan.Item, Long>number(words.text("recordings.column.size"), 74, CleanUpPlan.Item::bytes, words::size));
        table.getColumns().add(Tables.<CleanUpPlan.Item>text(words.text("recordings.clean-up.what"), 190, item -> words.of(item.reason())));
        about.setId("clean-up-about");
        about.setWrapText(true);
        about.setMinHeight(Label.USE_PREF_SIZE);
        var way = new HBox(10, archive, folder);
        way.setAlignment(Pos.CENTER_LEFT);
        box.add(older, way, table, about);
        run.setId("clean-up-run");
        run.getStyleClass().addAll("danger", "button-outlined");
        run.setOnAction(pressed -> confirm());
        // before the dry run has ended, and where it found nothing, there is nothing to press
        run.setVisible(false);
        run.managedProperty().bind(run.visibleProperty());
    }

    static void open(Shell shell, RecordingDeedsViewModel deeds, RecordingSettings settings) {
        var pane = new CleanUpPane(shell, deeds, settings);
        pane.box.same(SameCommand.of("recordings", "cleanup", "--days", Integer.toString(settings.cleanUpDays()), "--dry-run"));
        pane.box.button(shell.words().text("dialog.close"), () -> {});
        pane.box.right(pane.run);
        pane.days.valueProperty().addListener((observed, before, now) -> pane.later.run(TYPING, pane::dryRun));
        pane.archive.valueProperty().addListener((observed, before, now) -> pane.chooseFolder(now));
        pane.box.open(pane.days);
        pane.dryRun();
    }

    private void chooseFolder(boolean toArchive) {
        target = toArchive ? shell.dialogs().chooseFolder(words.text("recordings.clean-up.archive"), target) : Optional.empty();
        folder.setText(target.map(Path::toString).orElse(""));
        if (toArchive && target.isEmpty()) {
            archive.valueProperty().set(false);
            return;
        }
        dryRun();
    }

    private void dryRun() {
        run.setDisable(true);
        deeds.plan(new CleanUpRule(days.getValue(), target), this::show, this::refused);
    }

    private void refused(Problem problem) {
        table.getItems().clear();
        about.setText("");
        run.setVisible(false);
        table.setPlaceholder(ProblemMessage.of(shell, problem, this::dryRun));
    }

    private void show(CleanUpPlan planned) {
        plan = planned;
        table.setPlaceholder(new Label(words.text("recordings.clean-up.none")));
        table.getItems().setAll(Stream.concat(planned.going().stream(), planned.staying().stream()).toList());
        about.setText(words.text("recordings.clean-up.about", planned.going().size(), words.size(planned.bytes()), planned.staying().size(), words.day(planned.before())));
        run.setText(words.text(target.isPresent() ? "recordings.clean-up.run.archive" : "recordings.clean-up.run", planned.going().size()));
        run.setGraphic(Icons.of(target.isPresent() ? "bi-archive" : "bi-trash", 14));
        run.setDisable(planned.going().isEmpty());
        run.setVisible(!planned.going().isEmpty());
    }

    /// The dry run was the question; the button names what it does.
    private void confirm() {
        box.close();
        deeds.cleanUp(plan, this::done);
    }

    private void done(CleanUpResult result) {
        shell.notifications().finished(words.text("recordings.clean-up.done", result.done().size(), words.size(result.bytes())),
                result.manifest().map(Path::toString).orElse(""));
        result.failed().values().stream().findFirst().ifPresent(problem -> shell.notifications().told(app.lectern.shell.controls.Tone.WARNING,
                words.text("recordings.clean-up.failed", result.failed().size()), new ProblemText(words).paragraph(problem)));
    }
}
