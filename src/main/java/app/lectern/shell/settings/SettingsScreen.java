package app.lectern.shell.settings;

import app.lectern.jobs.TaskRunner;
import app.lectern.shell.Shell;
import javafx.scene.Node;

/// Puts the Settings screen together.
public final class SettingsScreen {
    private SettingsScreen() {}

    public static Node of(Shell shell, KeyStorage keys, NetworkTest network, UpdateSource updates, UnattendedSync unattended, TaskRunner tasks,
            AboutLectern about) {
        var model = new SettingsViewModel(shell.settings(), keys, network, updates, unattended, shell.words(), tasks);
        return of(shell, model, about);
    }

    static Node of(Shell shell, SettingsViewModel model, AboutLectern about) {
        return shell.fxml().load(SettingsView.class, model, shell, about);
    }
}
