package app.lectern.integrations.screen;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.wizard.JobsPane;
import app.lectern.shell.DialogBox;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;

/// The dialog that changes what an integration is for.
final class JobsView {
    private JobsView() {}

    static void open(Shell shell, IntegrationsViewModel model, Integration of) {
        var words = shell.words();
        var jobs = new SimpleObjectProperty<>(of.jobs());
        var box = new DialogBox(words.text("jobs.title", of.name()), words, shell.layers(), shell::copy).wide(520);
        box.setId("integration-jobs");
        var pane = new JobsPane(words, jobs);
        box.text(words.text("jobs.about"));
        box.add(pane);
        box.same(SameCommand.of("integrations", "edit", of.key(), "--for", typed(of.jobs())));
        box.button(words.text("dialog.cancel"), () -> { });
        var save = box.button(words.text("jobs.save"), () -> model.meanFor(of, jobs.get()));
        save.setId("jobs-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        box.open(pane.first());
    }

    private static String typed(AppJobs jobs) {
        return jobs.isAll() ? "all" : jobs.asked().stream().map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-')).collect(Collectors.joining(","));
    }
}
