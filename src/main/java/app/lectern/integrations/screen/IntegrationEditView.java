package app.lectern.integrations.screen;

import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationChanges.Changed;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.WorkspaceRole;
import app.lectern.integrations.wizard.SignInAgainView;
import app.lectern.shell.DialogBox;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Choices;
import app.lectern.shell.controls.FieldRow;
import app.lectern.words.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// The dialog that changes everything about an integration that a person chose: name, owner, tenant, app, way of signing in,
/// workspace, service account.
final class IntegrationEditView {
    private static final double WIDE = 452;
    private static final double HALF = 220;

    private final Shell shell;
    private final Words words;
    private final IntegrationsViewModel model;
    private final RotationView rotation;

    IntegrationEditView(Shell shell, IntegrationsViewModel model) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
        this.rotation = new RotationView(shell, model);
    }

    void open(Integration of) {
        var name = field("edit-name", of.name());
        var owner = field("edit-owner", of.owner());
        var tenant = field("edit-tenant", of.tenant());
        var client = field("edit-client", of.clientId());
        var account = field("edit-account", of.serviceAccount());
        var method = choice("edit-method", List.of(SignInMethod.values()), of.signInMethod());
        var role = choice("edit-role", List.of(WorkspaceRole.values()), of.role());
        var verify = new CheckBox(words.text("integrations.edit.verify"));
        verify.setSelected(true);
        // the demo tenant's own facts are not a person's to change
        List.of(tenant, client, method).forEach(control -> control.setDisable(of.isSimulated()));
        var box = new DialogBox(words.text("integrations.edit.title", of.name()), words, shell.layers(), shell::copy).wide(520);
        box.setId("integration-edit");
        box.add(row("field.name.label", name, WIDE), row("field.owner.label", owner, WIDE),
                new HBox(12, row("field.tenant.label", tenant, HALF), row("field.client-id.label", client, HALF)),
                new HBox(12, row("setup.summary.method", method, HALF), row("field.role.label", role, HALF)),
                row("field.service-account.label", account, WIDE), verify);
        box.same(SameCommand.of("integrations", "edit", of.key(), "--name", of.name()));
        box.button(words.text("dialog.cancel"), () -> { });
        var save = box.button(words.text("integrations.edit.save"), () -> {
            var now = of.named(name.getText().strip()).ownedBy(owner.getText().strip())
                    .of(tenant.getText().strip(), client.getText().strip()).signingIn(method.getValue()).shownTo(role.getValue());
            model.change(of, now, account.getText().strip(), verify.isSelected(), this::goOn);
        });
        save.setId("edit-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        box.open(name);
    }

    /// What it needs to work again is asked for at once.
    private void goOn(Changed changed) {
        var of = changed.integration();
        switch (changed.needs()) {
            case NOTHING -> { }
            case SECRET -> rotation.secret(of);
            case CERTIFICATE -> rotation.certificate(of);
            case SIGN_IN -> signIn(of);
        }
    }

    /// By the way that the integration signs in; where codes are not let through, by the browser.
    void signIn(Integration of) {
        Runnable browser = () -> model.signInWithBrowser(of, page -> shell.outside().openPage(page.toString()), this::told);
        if (of.signInMethod() == SignInMethod.BROWSER) {
            browser.run();
            return;
        }
        SignInAgainView.open(shell, model.parts(), words.text("integrations.sign-in.about", of.name()), model.parts().work().asksFor(of.jobs()),
                given -> model.signInWithCode(of, given), browser, person -> {
                    model.signedInAgain();
                    told(person);
                });
    }

    private void told(String person) {
        shell.notifications().finished(words.text("integrations.signed-in", person), "");
    }

    private static TextField field(String id, String text) {
        var field = new TextField(text);
        field.setId(id);
        return field;
    }

    private <E extends Enum<E>> ChoiceBox<E> choice(String id, List<E> all, E chosen) {
        var box = new ChoiceBox<E>();
        box.setId(id);
        box.getItems().setAll(all);
        box.setValue(chosen);
        box.setConverter(Choices.by(words::of));
        return box;
    }

    private Node row(String key, Control control, double width) {
        var row = new FieldRow();
        row.setLabel(words.text(key));
        row.setControl(control);
        control.setPrefWidth(width);
        return row;
    }
}
