package app.lectern.integrations.screen;

import app.lectern.integrations.Integration;
import app.lectern.integrations.SignInMethod;
import app.lectern.shell.DialogBox;
import app.lectern.shell.DialogDeed;
import app.lectern.shell.Dialogs;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// The dialogs that put a new secret or certificate in the place of the old one.
final class RotationView {
    private static final Dialogs.FileKind CERTIFICATE = new Dialogs.FileKind("PEM, PFX", List.of("*.pem", "*.pfx", "*.p12"));

    private final Shell shell;
    private final Words words;
    private final IntegrationsViewModel model;

    RotationView(Shell shell, IntegrationsViewModel model) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
    }

    /// The kind that is in use now.
    void open(Integration of) {
        if (of.signInMethod() == SignInMethod.CERTIFICATE) {
            certificate(of);
        } else {
            secret(of);
        }
    }

    void secret(Integration of) {
        var secret = new PasswordField();
        secret.setId("rotate-secret");
        secret.setPrefWidth(478);
        var box = new DialogBox(words.text("integrations.rotate.title", of.name()), words, shell.layers(), shell::copy);
        box.text(words.text("integrations.rotate.text"));
        box.add(row("field.secret.label", secret));
        box.same(SameCommand.of("integrations", "rotate", of.key()));
        ask(box, of, secret, (done, refused) -> model.rotate(of, secret.getText().strip().toCharArray(), done, refused));
    }

    /// Open until Microsoft has taken the new one: what it refuses is mended where it was entered.
    private void ask(DialogBox box, Integration of, TextField needed, DialogDeed.Work rotate) {
        box.button(words.text("dialog.cancel"), () -> { });
        var accept = DialogDeed.button(shell, box, words.text("integrations.rotate.accept"), needed,
                Bindings.createBooleanBinding(() -> needed.getText().isBlank(), needed.textProperty()), (done, refused) -> rotate.start(() -> {
                    done.run();
                    shell.notifications().finished(words.text("integrations.rotated", of.name()), "");
                }, refused));
        accept.setId("rotate-accept");
        accept.getStyleClass().add("accent");
        accept.setDefaultButton(true);
        box.open(needed);
    }

    void certificate(Integration of) {
        var file = new TextField();
        file.setId("rotate-certificate");
        file.setAccessibleText(words.text("field.certificate.label"));
        file.setPrefWidth(340);
        var choose = new Button(words.text("settings.choose-file"));
        choose.setOnAction(pressed -> shell.dialogs().chooseFile(words.text("field.certificate.label"), CERTIFICATE)
                .map(Path::toString).ifPresent(file::setText));
        var password = new PasswordField();
        password.setId("rotate-certificate-password");
        password.setPrefWidth(452);
        var box = new DialogBox(words.text("integrations.rotate.certificate.title", of.name()), words, shell.layers(), shell::copy).wide(520);
        box.setId("rotate-certificate-dialog");
        box.text(words.text("integrations.rotate.certificate.text"));
        box.add(row("field.certificate.label", new HBox(8, file, choose)), row("field.certificate-password.label", password));
        box.same(SameCommand.of("integrations", "rotate", of.key(), "--certificate", "FILE"));
        ask(box, of, file, (done, refused) -> model.rotate(of, Path.of(file.getText().strip()), password.getText().toCharArray(), done, refused));
    }

    private FieldRow row(String key, javafx.scene.Node control) {
        var row = new FieldRow();
        row.setLabel(words.text(key));
        row.setControl(control);
        return row;
    }
}
