package app.lectern.deliverables;

import app.lectern.graph.About;
import app.lectern.graph.BatchCall;
import app.lectern.graph.BatchOutcome;
import app.lectern.graph.GraphSession;
import app.lectern.graph.Paging;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import com.microsoft.graph.models.Calendar;
import com.microsoft.graph.models.CalendarPermission;
import com.microsoft.graph.models.CalendarRoleType;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.User;
import com.microsoft.graph.users.item.calendars.item.calendarpermissions.CalendarPermissionsRequestBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Calendars of a mailbox, who may look into them, and whether assignees are known to the directory.
final class CalendarsGraph {
    private static final int PAGE = 100;

    private final GraphSession session;

    CalendarsGraph(GraphSession session) {
        this.session = session;
    }

    private static About about(String mailbox) {
        return About.of("Deliverables: calendars").account(mailbox).permission("Calendars.ReadWrite");
    }

    List<SharedCalendar> list(String mailbox, Progress progress) {
        return session.ask(about(mailbox), client -> {
            var calendars = client.users().byUserId(mailbox).calendars();
            var first = calendars.get(request -> request.queryParameters.top = PAGE);
            return Paging.all(first, link -> calendars.withUrl(link).get(), page -> page.getValue(), progress).stream()
                    .map(CalendarsGraph::calendar).toList();
        });
    }

    private static SharedCalendar calendar(Calendar calendar) {
        return new SharedCalendar(calendar.getId(), calendar.getName(), Boolean.TRUE.equals(calendar.getIsDefaultCalendar()));
    }

    SharedCalendar create(String mailbox, String name) {
        return session.ask(about(mailbox).item(name), client -> {
            var fresh = new Calendar();
            fresh.setName(name);
            return calendar(client.users().byUserId(mailbox).calendars().post(fresh));
        });
    }

    List<CalendarShare> shares(String mailbox, String calendar) {
        return session.ask(about(mailbox), client -> permissions(client, mailbox, calendar).get().getValue().stream()
                .map(CalendarsGraph::share).toList());
    }

    private static CalendarPermissionsRequestBuilder permissions(
            com.microsoft.graph.serviceclient.GraphServiceClient client, String mailbox, String calendar) {
        return client.users().byUserId(mailbox).calendars().byCalendarId(calendar).calendarPermissions();
    }

    private static CalendarShare share(CalendarPermission permission) {
        var who = permission.getEmailAddress();
        return new CalendarShare(permission.getId(), Optional.ofNullable(who).map(EmailAddress::getName).orElse(""),
                Optional.ofNullable(who).map(EmailAddress::getAddress).orElse(""),
                Optional.ofNullable(permission.getRole()).map(CalendarRoleType::getValue).orElse(""),
                Boolean.TRUE.equals(permission.getIsRemovable()));
    }

    void share(String mailbox, String calendar, String address) {
        session.ask(about(mailbox).item(address), client -> {
            var permission = new CalendarPermission();
            var who = new EmailAddress();
            who.setAddress(address);
            who.setName(address);
            permission.setEmailAddress(who);
            permission.setRole(CalendarRoleType.Read);
            return permissions(client, mailbox, calendar).post(permission);
        });
    }

    /// The organisation's own entry can be changed, but neither added nor removed.
    void shareWithOrganisation(String mailbox, String calendar, CalendarShare entry, boolean reads) {
        session.ask(about(mailbox).item(entry.name()), client -> {
            var permission = new CalendarPermission();
            permission.setRole(reads ? CalendarRoleType.Read : CalendarRoleType.FreeBusyRead);
            return permissions(client, mailbox, calendar).byCalendarPermissionId(entry.id()).patch(permission);
        });
    }

    void unshare(String mailbox, String calendar, CalendarShare entry) {
        session.ask(about(mailbox).item(entry.address()), client -> {
            permissions(client, mailbox, calendar).byCalendarPermissionId(entry.id()).delete();
            return null;
        });
    }

    /// Those whom the directory does not know, with its answer. Not being allowed to ask is no reason to doubt anybody.
    Map<String, Problem> unknown(Collection<String> addresses, Progress progress) {
        var calls = new ArrayList<BatchCall<User>>();
        for (var address : addresses) {
            var request = session.client().users().byUserId(address).toGetRequestInformation(
                    query -> query.queryParameters.select = new String[] {"id"});
            calls.add(BatchCall.<User>of(request, User::createFromDiscriminatorValue).about(About.of("").account(address).permission("User.Read.All")));
        }
        var outcomes = session.batch().run(About.of("Deliverables: assignees"), calls, progress);
        var unknown = new LinkedHashMap<String, Problem>();
        int at = 0;
        for (var address : addresses) {
            if (outcomes.get(at++) instanceof BatchOutcome.Failed<User>(Problem problem)
                    && (problem.code() == Problem.Code.USER_UNKNOWN || problem.code() == Problem.Code.ITEM_GONE)) {
                unknown.put(address, problem);
            }
        }
        return unknown;
    }
}
