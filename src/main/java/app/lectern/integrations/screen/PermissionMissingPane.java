package app.lectern.integrations.screen;

import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.CapabilityRow;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import javafx.scene.layout.StackPane;

/// Stands in for the part of a screen whose permission is missing: says which, who can grant it, and that everything else
/// goes on. Fed by the permission report.
public final class PermissionMissingPane extends StackPane {
    /// For the screens of other rooms. `again` looks again; the caller replaces the pane when the permission has come.
    public static PermissionMissingPane of(Shell shell, PermissionReport report, Capability capability, Runnable again) {
        return new PermissionMissingPane(shell, report, report.capability(capability), again);
    }

    PermissionMissingPane(Shell shell, PermissionReport report, CapabilityRow row, Runnable again) {
        var words = shell.words();
        var names = row.missing().isEmpty() ? row.needed() : row.missing();
        var pane = new StatePane("bi-shield-lock", Tone.DANGER,
                words.text("permission-missing.title", words.of(row.capability()), names.size()),
                words.text("permission-missing.text", "`" + String.join("`, `", names) + "`", words.of(row.fixer())));
        row.problem().map(problem -> problem.evidence().line()).filter(line -> !line.isEmpty()).ifPresent(pane::evidence);
        pane.smallButtons();
        pane.button(words.text("setup.open-in-entra"), "bi-box-arrow-up-right", () -> shell.outside().openPage(report.missingPage()));
        if (!report.grantScript().isEmpty()) {
            pane.button(words.text("setup.copy-powershell"), "bi-clipboard", () -> shell.copy(report.grantScript()));
        }
        pane.button(words.text("setup.again"), "bi-arrow-clockwise", again);
        getChildren().add(pane);
        pane.lookup(".accent.button").setId("permission-open");
    }
}
