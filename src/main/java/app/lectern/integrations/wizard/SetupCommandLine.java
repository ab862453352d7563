package app.lectern.integrations.wizard;

import app.lectern.integrations.CloudKind;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.shell.SameCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The command line that sets up what the wizard is setting up. A secret is never in it: it comes from the environment.
final class SetupCommandLine {
    private SetupCommandLine() {}

    static SameCommand of(SetupDraft draft) {
        var line = new ArrayList<>(List.of("integrations", "add"));
        var tenant = draft.tenant();
        option(line, "--name", draft.ownership().name());
        option(line, "--cloud", dashed(tenant.cloud() == CloudKind.DEMO ? CloudKind.CUSTOM : tenant.cloud()));
        option(line, "--login-endpoint", tenant.loginEndpoint());
        option(line, "--graph-endpoint", tenant.graphEndpoint());
        option(line, "--tenant", tenant.entered());
        option(line, "--client-id", draft.app().clientId());
        if (draft.app().method() == SignInMethod.SECRET) {
            option(line, "--client-secret-env", "LECTERN_CLIENT_SECRET");
        }
        option(line, "--service-account", draft.account().address());
        option(line, "--owner", draft.ownership().owner());
        return new SameCommand(line);
    }

    private static void option(List<String> line, String name, String value) {
        if (!value.isEmpty()) {
            line.add(name);
            line.add(value);
        }
    }

    private static String dashed(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
