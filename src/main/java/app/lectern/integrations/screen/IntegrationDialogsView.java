package app.lectern.integrations.screen;

import app.lectern.integrations.Integration;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Dialogs.Confirmation;
import app.lectern.shell.Dialogs.TextQuestion;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import app.lectern.words.Words;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;

/// The questions about one integration: edit, rename, duplicate, another secret, delete.
final class IntegrationDialogsView {
    private final Shell shell;
    private final Words words;
    private final IntegrationsViewModel model;

    IntegrationDialogsView(Shell shell, IntegrationsViewModel model) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
    }

    void edit(Integration of) {
        var name = new TextField(of.name());
        var owner = new TextField(of.owner());
        var account = new TextField(of.serviceAccount());
        account.setId("edit-account");
        var verify = new CheckBox(words.text("integrations.edit.verify"));
        verify.setSelected(true);
        var box = new DialogBox(words.text("integrations.edit.title", of.name()), words, shell.layers(), shell::copy);
        box.add(row("field.name.label", name), row("field.owner.label", owner), row("field.service-account.label", account), verify);
        box.same(SameCommand.of("service-account", "set", "--integration", of.key(), "--email", "ADDRESS", "--verify"));
        box.button(words.text("dialog.cancel"), () -> { });
        var save = box.button(words.text("integrations.edit.save"), () -> model.update(
                of.named(name.getText().strip()).ownedBy(owner.getText().strip()), Optional.of(account.getText().strip()), verify.isSelected()));
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        box.open(name);
    }

    private Node row(String key, TextField field) {
        var row = new FieldRow();
        row.setLabel(words.text(key));
        row.setControl(field);
        field.setPrefWidth(440);
        return row;
    }

    void rename(Integration of) {
        shell.dialogs().askText(new TextQuestion(words.text("integrations.rename.title", of.name()), "", words.text("field.name.label"),
                of.name(), words.text("integrations.rename.accept"), false), name -> model.update(of.named(name), Optional.empty(), false));
    }

    void duplicate(Integration of) {
        shell.dialogs().askText(new TextQuestion(words.text("integrations.duplicate.title", of.name()), words.text("integrations.duplicate.text"),
                words.text("field.name.label"), words.text("integrations.duplicate.name", of.name()), words.text("integrations.duplicate.accept"), false),
                name -> model.duplicate(of, name));
    }

    void rotate(Integration of) {
        shell.dialogs().askText(new TextQuestion(words.text("integrations.rotate.title", of.name()), words.text("integrations.rotate.text"),
                words.text("field.secret.label"), "", words.text("integrations.rotate.accept"), true),
                secret -> model.rotate(of, secret.toCharArray(), () -> shell.notifications().finished(words.text("integrations.rotated", of.name()), "")));
    }

    /// Names what goes with it before anything goes.
    void delete(Integration of) {
        model.localData(of, found -> shell.dialogs().confirm(Confirmation.of(words.text("integrations.delete.title", of.name()),
                        words.text("integrations.delete.text", of.name()) + goes(found),
                        words.text("integrations.delete.accept", of.name()), words.text("integrations.delete.keep"))
                .dangerous().sameAs(SameCommand.of("integrations", "remove", of.key())), () -> model.remove(of)));
    }

    private String goes(Map<String, Long> found) {
        return found.isEmpty() ? "" : " " + words.text("integrations.delete.goes", found.entrySet().stream()
                .map(each -> words.text(each.getKey(), each.getValue())).collect(Collectors.joining(", ")));
    }
}
