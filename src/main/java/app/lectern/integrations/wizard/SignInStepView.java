package app.lectern.integrations.wizard;

import app.lectern.integrations.SignInMethod;
import app.lectern.problems.Remedy;
import app.lectern.shell.Dialogs.FileKind;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import atlantafx.base.controls.PasswordTextField;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// The second step: four ways to sign in as cards, the safest first, and the fields of the chosen one.
final class SignInStepView extends StepView {
    private static final FileKind CERTIFICATE = new FileKind("PFX, PEM", List.of("*.pfx", "*.p12", "*.pem"));

    private final SignInStepViewModel model;

    @FXML private VBox messages;
    @FXML private FieldRow clientRow;
    @FXML private TextField client;
    @FXML private VBox jobs;
    @FXML private VBox cards;
    @FXML private VBox secretBox;
    @FXML private FieldRow secretRow;
    @FXML private PasswordTextField secret;
    @FXML private FieldRow endsRow;
    @FXML private TextField ends;
    @FXML private VBox certificateBox;
    @FXML private FieldRow certificateRow;
    @FXML private TextField certificate;
    @FXML private FieldRow passwordRow;
    @FXML private PasswordTextField password;

    SignInStepView(SetupViewModel wizard, Shell shell) {
        super(shell);
        this.model = wizard.signIn();
    }

    @FXML
    private void initialize() {
        bind(clientRow, client, model.clientId());
        bind(secretRow, secret, model.secret());
        bind(endsRow, ends, model.secretEnds());
        bind(certificateRow, certificate, model.certificate());
        bind(passwordRow, password, model.certificatePassword());
        jobs.getChildren().add(new JobsPane(words, model.jobs()));
        var group = new ToggleGroup();
        for (var each : List.of(SignInMethod.CERTIFICATE, SignInMethod.SECRET, SignInMethod.BROWSER, SignInMethod.DEVICE_CODE)) {
            cards.getChildren().add(new MethodCardPane(each, words, group, model.method()));
        }
        model.method().subscribe(chosen -> {
            show(secretBox, chosen == SignInMethod.SECRET);
            show(certificateBox, chosen == SignInMethod.CERTIFICATE);
        });
        model.kept().subscribe(kept -> {
            secret.setPromptText(kept ? words.text("setup.sign-in.secret.kept") : "");
            certificate.setPromptText(kept ? words.text("setup.sign-in.certificate.kept") : "");
        });
        var problem = new ProblemPane(shell, this::carryOut);
        messages.getChildren().add(problem);
        model.problem().subscribe(problem::show);
    }

    private void carryOut(Remedy remedy) {
        if (remedy.kind() == Remedy.Kind.SIGN_IN_BY_BROWSER) {
            model.withBrowser();
        }
    }

    @FXML
    private void copyRegistration() {
        shell.copy(model.registration());
    }

    @FXML
    private void openRegistrations() {
        shell.outside().openPage(model.registrationsPage());
    }

    @FXML
    private void chooseCertificate() {
        shell.dialogs().chooseFile(words.text("field.certificate.label"), CERTIFICATE)
                .ifPresent(file -> model.certificate().text().set(file.toString()));
    }
}
