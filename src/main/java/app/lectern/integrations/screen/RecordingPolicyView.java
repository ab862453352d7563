package app.lectern.integrations.screen;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.PolicyScripts;
import app.lectern.integrations.setup.AdminReply;
import app.lectern.integrations.setup.ReplyVerdict;
import app.lectern.shell.DialogBox;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Areas;
import app.lectern.shell.controls.CodeBlock;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Whether the organiser may record, which Graph does not say: lines for a Teams administrator, and what they print is judged
/// while it is pasted.
final class RecordingPolicyView {
    private static final double WIDTH = 624;

    private RecordingPolicyView() {}

    static void open(Shell shell, Integration of) {
        var words = shell.words();
        var box = new DialogBox(words.text("recording-policy.title", of.serviceAccount()), words, shell.layers(), shell::copy).wide(660);
        box.setId("recording-policy");
        box.text(words.text("recording-policy.about"));
        var reply = new TextArea();
        Areas.leaveByTab(reply);
        reply.setId("recording-policy-reply");
        reply.getStyleClass().add("lx-mono");
        reply.setPrefRowCount(4);
        reply.setPrefWidth(WIDTH);
        reply.setAccessibleText(words.text("setup.policy.reply"));
        var row = new FieldRow();
        row.setLabel(words.text("setup.policy.reply"));
        row.setControl(reply);
        row.setHint(words.text("setup.policy.reply.hint"));
        var verdict = new VBox(4);
        reply.textProperty().subscribe(text -> verdict.getChildren().setAll(text.isBlank() ? java.util.List.of()
                : AdminReply.judge(text, of, of.serviceAccount(), PolicyScripts.POLICY).facts().stream().map(fact -> line(shell, fact)).toList()));
        box.add(new CodeBlock(PolicyScripts.recording(of.serviceAccount()), words, shell::copy), row, verdict);
        box.same(SameCommand.of("integrations", "recording-policy", of.key()));
        box.button(words.text("dialog.close"), () -> { });
        box.open(reply);
    }

    private static Label line(Shell shell, ReplyVerdict.Fact fact) {
        var text = (shell.words().of(fact.finding()) + " " + fact.detail()).strip();
        var label = new Label(text, Icons.of(fact.good() ? Tone.SUCCESS : Tone.WARNING, 14));
        label.setWrapText(true);
        return label;
    }
}
