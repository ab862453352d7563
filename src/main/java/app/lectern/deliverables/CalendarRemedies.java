package app.lectern.deliverables;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.GrantScript;
import app.lectern.integrations.permissions.PolicyScripts;
import app.lectern.problems.Problem;
import app.lectern.problems.Remedy;
import java.util.List;
import java.util.stream.Stream;

/// What an administrator does outside Lectern when the calendars are refused: the page in Entra, and the lines that grant the permission
/// or let the app into the mailbox.
final class CalendarRemedies {
    private CalendarRemedies() {}

    static List<Remedy> of(Integration of, Problem refused) {
        var script = script(of, refused);
        return Stream.concat(refused.remedies().stream().filter(each -> each.kind() == Remedy.Kind.OPEN_PAGE
                || each.kind() == Remedy.Kind.COPY_COMMAND && script.isEmpty()), Stream.of(script).filter(lines -> !lines.isEmpty()).map(Remedy::copyCommand)).toList();
    }

    /// Permissions of a person who signed in are granted on the page alone.
    private static String script(Integration of, Problem refused) {
        return switch (refused.code()) {
            case PERMISSION_MISSING -> of.signInMethod().isUnattended() && refused.facts().containsKey("permission")
                    ? GrantScript.of(of, List.of(refused.facts().get("permission"))) : "";
            case MAILBOX_BLOCKED -> refused.facts().containsKey("account") ? PolicyScripts.exchange(of, PolicyScripts.POLICY, refused.facts().get("account")) : "";
            default -> "";
        };
    }
}
