package app.lectern.integrations.screen;

import app.lectern.integrations.Integration;
import app.lectern.shell.Dialogs.Confirmation;
import app.lectern.shell.Dialogs.TextQuestion;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.words.Words;
import java.util.Map;
import java.util.stream.Collectors;

/// The short questions about one integration: rename, duplicate, delete.
final class IntegrationDialogsView {
    private final Shell shell;
    private final Words words;
    private final IntegrationsViewModel model;

    IntegrationDialogsView(Shell shell, IntegrationsViewModel model) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
    }

    void rename(Integration of) {
        shell.dialogs().askText(new TextQuestion(words.text("integrations.rename.title", of.name()), "", words.text("field.name.label"),
                of.name(), words.text("integrations.rename.accept"), false), name -> model.rename(of, name));
    }

    void duplicate(Integration of) {
        shell.dialogs().askText(new TextQuestion(words.text("integrations.duplicate.title", of.name()), words.text("integrations.duplicate.text"),
                words.text("field.name.label"), words.text("integrations.duplicate.name", of.name()), words.text("integrations.duplicate.accept"), false),
                name -> model.duplicate(of, name));
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
