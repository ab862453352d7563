package app.lectern.integrations.wizard;

import app.lectern.integrations.CloudKind;
import app.lectern.shell.Dialogs.FileKind;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Choices;
import app.lectern.shell.controls.FieldRow;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The fields of the first step.
final class TenantStepView extends StepView {
    private static final FileKind PEM = new FileKind("PEM", List.of("*.pem", "*.crt", "*.cer"));

    private final TenantStepViewModel model;

    @FXML private VBox messages;
    @FXML private ChoiceBox<CloudKind> cloud;
    @FXML private VBox custom;
    @FXML private FieldRow loginRow;
    @FXML private TextField login;
    @FXML private FieldRow graphRow;
    @FXML private TextField graph;
    @FXML private FieldRow authorityRow;
    @FXML private TextField authority;
    @FXML private FieldRow tenantRow;
    @FXML private TextField tenant;
    @FXML private FieldRow nameRow;
    @FXML private TextField name;

    TenantStepView(SetupViewModel wizard, Shell shell) {
        super(shell);
        this.model = wizard.tenant();
    }

    @FXML
    private void initialize() {
        cloud.getItems().setAll(CloudKind.GLOBAL, CloudKind.GCC_HIGH, CloudKind.DOD, CloudKind.CHINA, CloudKind.CUSTOM);
        cloud.setConverter(Choices.by(words::of));
        cloud.valueProperty().bindBidirectional(model.cloud());
        model.cloud().subscribe(chosen -> show(custom, chosen == CloudKind.CUSTOM));
        bind(loginRow, login, model.login());
        bind(graphRow, graph, model.graph());
        bind(authorityRow, authority, model.authority());
        bind(tenantRow, tenant, model.tenant());
        bind(nameRow, name, model.name());
        if (model.hasAuthority()) {
            authority.setPromptText(words.text("setup.tenant.authority.kept"));
        }
        var problem = new ProblemPane(shell, remedy -> {});
        messages.getChildren().add(problem);
        model.problem().subscribe(problem::show);
    }

    @FXML
    private void chooseAuthority() {
        shell.dialogs().chooseFile(words.text("field.ca-file.label"), PEM).ifPresent(file -> model.authority().text().set(file.toString()));
    }
}
