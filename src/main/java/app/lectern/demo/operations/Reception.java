package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.TenantRules;
import app.lectern.demo.school.Drive;
import app.lectern.demo.school.Mailbox;
import app.lectern.demo.school.MailboxState;
import app.lectern.demo.school.Person;
import app.lectern.demo.school.School;
import java.util.regex.Pattern;

/// Whom a path means, and whether that person's mailbox, meetings or drive can be reached by the caller: each service refuses in
/// its own words.
final class Reception {
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final School school;
    private final TenantRules rules;

    Reception(School school, TenantRules rules) {
        this.school = school;
        this.rules = rules;
    }

    School school() {
        return school;
    }

    TenantRules rules() {
        return rules;
    }

    /// The directory's person.
    Person person(GraphCall call) {
        var name = call.variable("user");
        return school.people().find(name).orElseThrow(() -> GraphRefusal.directoryNotFound(name));
    }

    Mailbox mailbox(GraphCall call) {
        var name = call.variable("user");
        var person = school.people().find(name)
                .orElseThrow(() -> GraphRefusal.of(404, "ErrorInvalidUser", "The requested user '" + name + "' is invalid."));
        if (!person.hasMailbox(call.now())) {
            throw noMailbox(person);
        }
        rules.requireMailboxOpen(call, person.id());
        var mailbox = school.calendars().of(person);
        if (!call.caller().isAppOnly() && !person.id().equals(call.caller().userId())) {
            requireShare(call, mailbox);
        }
        return mailbox;
    }

    private static GraphRefusal noMailbox(Person person) {
        return GraphRefusal.of(404, "MailboxNotEnabledForRESTAPI", person.mailbox() == MailboxState.ON_PREMISES
                ? "The mailbox is either inactive, soft-deleted, or is hosted on-premise."
                : "REST API is not yet supported for this mailbox.");
    }

    private void requireShare(GraphCall call, Mailbox mailbox) {
        var guest = school.people().find(call.caller().userId()).map(Person::mail).orElse("");
        var mayAsk = call.caller().scopes().stream()
                .anyMatch(scope -> scope.startsWith("Calendars.") && scope.endsWith(".Shared"));
        var wanted = call.method().equals("GET") ? "read" : "write";
        var shared = mailbox.shares().stream()
                .anyMatch(share -> share.address() != null && share.address().equalsIgnoreCase(guest)
                && (share.role().startsWith(wanted) || share.role().equals("write") || share.role().startsWith("delegate")));
        if (!mayAsk || !shared) {
            throw GraphRefusal.of(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
        }
    }

    /// The organiser of online meetings, who must be named by object id and have Teams, and for an application an access policy.
    Person organiser(GraphCall call) {
        var person = organiserWithoutPolicy(call);
        rules.requireAccessPolicy(call, person.id());
        return person;
    }

    /// The same for recordings and transcripts, which word the missing policy differently.
    Person organiserOfArtifacts(GraphCall call) {
        var person = organiserWithoutPolicy(call);
        rules.requireArtifactAccess(call, person.id());
        return person;
    }

    /// The same for the calls over all of an organiser's meetings, which do not ask for the policy.
    Person organiserWithoutPolicy(GraphCall call) {
        var id = call.variable("user");
        var person = OBJECT_ID.matcher(id).matches() ? school.people().find(id).orElse(null) : null;
        if (person == null || !person.hasTeams(call.now()) && school.meetings().of(person).isEmpty()) {
            throw GraphRefusal.of(404, "UnknownError", "");
        }
        if (!call.caller().isAppOnly() && !person.id().equals(call.caller().userId())) {
            throw GraphRefusal.of(403, "Forbidden", "User does not have access to the meetings of another user.");
        }
        return person;
    }

    Drive drive(GraphCall call) {
        var name = call.variable("user");
        var person = school.people().find(name)
                .orElseThrow(() -> GraphRefusal.of(404, "ResourceNotFound", "Resource could not be discovered."));
        if (!person.hasDrive(call.now())) {
            throw GraphRefusal.of(404, "ResourceNotFound", "User's mysite not found.");
        }
        var drive = school.drives().of(person);
        requireOwnFiles(call, drive);
        return drive;
    }

    Drive driveById(GraphCall call) {
        var drive = school.drive(call.variable("drive"))
                .orElseThrow(() -> GraphRefusal.of(404, "itemNotFound", "The resource could not be found."));
        requireOwnFiles(call, drive);
        return drive;
    }

    /// A signed-in user without a permission that ends in .All sees the own drive only.
    private static void requireOwnFiles(GraphCall call, Drive drive) {
        var all = call.caller().isAppOnly() || call.caller().scopes().stream()
                .anyMatch(scope -> (scope.startsWith("Files.") || scope.startsWith("Sites.")) && scope.endsWith(".All"));
        if (!all && (drive.isSite() || !drive.owner().id().equals(call.caller().userId()))) {
            throw GraphRefusal.of(403, "accessDenied", "Access denied");
        }
    }
}
