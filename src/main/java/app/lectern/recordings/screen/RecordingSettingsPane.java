package app.lectern.recordings.screen;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.recordings.RecordingSettings;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is chosen for the recordings of one integration: where files go and what they are called, when to warn, how old a copy
/// is before a clean-up takes it, and whether anything may be deleted in the tenant at all.
final class RecordingSettingsPane {
    private final Shell shell;
    private final Words words;
    private final RecordingDeedsViewModel deeds;
    private final DialogBox box;
    private final TextField folder = new TextField();
    private final TextField pattern = new TextField();
    private final SwitchPane passport = new SwitchPane("");
    private final Spinner<Integer> warnPercent;
    private final Spinner<Integer> cleanUpDays;
    private final Spinner<Integer> tenantDays;
    private final Spinner<Integer> warnDays;
    private final SwitchPane deletion = new SwitchPane("");
    private final StackPane message = new StackPane();
    private final RecordingSettings before;

    private RecordingSettingsPane(Shell shell, RecordingDeedsViewModel deeds, RecordingSettings before) {
        this.shell = shell;
        this.words = shell.words();
        this.deeds = deeds;
        this.before = before;
        box = new DialogBox(words.text("recordings.settings.title"), words, shell.layers(), shell::copy).wide(640);
        folder.setId("recording-folder");
        folder.setText(before.folder());
        folder.setPrefWidth(440);
        deeds.folder(usual -> folder.setPromptText(usual.toString()));
        pattern.setId("recording-pattern");
        pattern.setText(before.pattern());
        pattern.setPrefWidth(440);
        passport.setSelected(before.passport());
        passport.setId("recording-passport");
        warnPercent = spinner("recording-warn-percent", 1, 100, before.warnPercent());
        cleanUpDays = spinner("recording-clean-up-days", 1, 3650, before.cleanUpDays());
        tenantDays = spinner("recording-tenant-days", 0, 9999, before.tenantDays());
        warnDays = spinner("recording-warn-days", 0, 365, before.warnDays());
        deletion.setSelected(before.tenantDeletion());
        deletion.setId("recording-deletion");
        var choose = new Button(words.text("recordings.settings.choose"), Icons.of("bi-folder2-open", 14));
        choose.setOnAction(pressed -> shell.dialogs().chooseFolder(words.text("recordings.settings.folder"), Optional.of(folder.getText()).filter(text -> !text.isBlank())
                .map(Path::of)).ifPresent(chosen -> folder.setText(chosen.toString())));
        var days = new HBox(16, row("recordings.settings.clean-up-days", "", cleanUpDays), row("recordings.settings.tenant-days", "recordings.settings.tenant-days.hint",
                tenantDays));
        var warnings = new HBox(16, row("recordings.settings.warn-days", "", warnDays), row("recordings.settings.warn-percent", "", warnPercent));
        for (var line : new HBox[] {days, warnings}) {
            line.getChildren().forEach(each -> ((VBox) each).setPrefWidth(290));
        }
        var at = new HBox(8, row("recordings.settings.folder", "", folder), choose);
        at.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        box.addScrolling(new VBox(8, message, at, row("recordings.settings.pattern", "recordings.settings.pattern.hint", pattern),
                row("recordings.settings.passport", "recordings.settings.passport.hint", passport), days, warnings,
                row("recordings.settings.deletion", "recordings.settings.deletion.hint", deletion)));
    }

    private static Spinner<Integer> spinner(String id, int least, int most, int now) {
        var spinner = new Spinner<Integer>(least, most, now);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(110);
        return spinner;
    }

    private FieldRow row(String key, String hint, Node control) {
        var row = new FieldRow();
        row.setLabel(words.text(key));
        if (!hint.isEmpty()) {
            row.setHint(words.text(hint));
        }
        row.setControl(control);
        return row;
    }

    static void open(Shell shell, RecordingDeedsViewModel deeds, RecordingSettings settings) {
        var pane = new RecordingSettingsPane(shell, deeds, settings);
        pane.box.left(shell.words().text("recordings.settings.usual"), () -> pane.fill(RecordingSettings.USUAL));
        pane.box.button(shell.words().text("dialog.cancel"), () -> {});
        var save = new Button(shell.words().text("recordings.settings.save"));
        save.setId("recording-settings-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(pressed -> deeds.keepSettings(pane.entered(), pane.box::close, pane::refused));
        pane.box.right(save);
        pane.box.open(pane.folder);
    }

    private void fill(RecordingSettings with) {
        folder.setText(with.folder());
        pattern.setText(with.pattern());
        passport.setSelected(with.passport());
        warnPercent.getValueFactory().setValue(with.warnPercent());
        cleanUpDays.getValueFactory().setValue(with.cleanUpDays());
        tenantDays.getValueFactory().setValue(with.tenantDays());
        warnDays.getValueFactory().setValue(with.warnDays());
        deletion.setSelected(with.tenantDeletion());
    }

    private RecordingSettings entered() {
        return before.folder(folder.getText()).pattern(pattern.getText()).passport(passport.isSelected()).warnPercent(warnPercent.getValue())
                .cleanUpDays(cleanUpDays.getValue()).tenantDays(tenantDays.getValue()).warnDays(warnDays.getValue()).tenantDeletion(deletion.isSelected());
    }

    private void refused(Problem problem) {
        var said = new ProblemText(words);
        message.getChildren().setAll(new InlineMessage(Tone.DANGER, said.what(problem), said.why(problem)));
    }
}
