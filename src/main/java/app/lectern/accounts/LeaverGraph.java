package app.lectern.accounts;

import app.lectern.graph.About;
import app.lectern.graph.Fetched;
import app.lectern.graph.GraphSession;
import app.lectern.graph.Paging;
import app.lectern.graph.Sleeper;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import com.microsoft.graph.models.Attendee;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.DriveItem;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.OnlineMeetingProviderType;
import com.microsoft.graph.models.PatternedRecurrence;
import com.microsoft.graph.models.RecurrencePattern;
import com.microsoft.graph.models.RecurrenceRange;
import com.microsoft.graph.models.RecurrenceRangeType;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/// Reads what an account that goes would take with it, and makes its meetings anew in another's calendar.
final class LeaverGraph {
    private static final String[] EVENT = {
        "id", "subject", "start", "end", "isOrganizer", "isCancelled", "attendees", "onlineMeeting", "seriesMasterId", "type"
    };

    private static final int LINK_TRIES = 6;

    private final Function<Integration, GraphSession> sessions;
    private final Sleeper sleeper;

    LeaverGraph(Function<Integration, GraphSession> sessions, Sleeper sleeper) {
        this.sessions = sessions;
        this.sleeper = sleeper;
    }

    /// Meetings with other people or in Teams that the account organises; a series counts once, under its master.
    List<LeaverReport.Meeting> meetings(Integration integration, Account account, Instant from, Instant to, Progress progress) {
        var session = sessions.apply(integration);
        var events = session.ask(about("Leaver: meetings", account, "Calendars.ReadWrite"), client -> {
            var view = client.users().byUserId(account.objectId()).calendarView();
            var first = view.get(query -> {
                query.queryParameters.startDateTime = from.truncatedTo(ChronoUnit.SECONDS).toString();
                query.queryParameters.endDateTime = to.truncatedTo(ChronoUnit.SECONDS).toString();
                query.queryParameters.select = EVENT;
                query.queryParameters.top = 200;
            });
            return Paging.all(first, link -> view.withUrl(link).get(), page -> page.getValue(), new QuietProgress(progress));
        });
        var bySeries = new LinkedHashMap<String, List<Event>>();
        for (var event : events) {
            boolean own = Boolean.TRUE.equals(event.getIsOrganizer()) && !Boolean.TRUE.equals(event.getIsCancelled());
            if (own && (!invited(event).isEmpty() || !joinLink(event).isEmpty())) {
                var id = event.getSeriesMasterId() == null ? event.getId() : event.getSeriesMasterId();
                bySeries.computeIfAbsent(id, series -> new ArrayList<>()).add(event);
            }
        }
        var meetings = new ArrayList<LeaverReport.Meeting>();
        bySeries.forEach((id, occurrences) -> meetings.add(meeting(id, occurrences)));
        meetings.sort(java.util.Comparator.comparing(LeaverReport.Meeting::next));
        return meetings;
    }

    private static LeaverReport.Meeting meeting(String id, List<Event> occurrences) {
        var first = occurrences.stream().min(java.util.Comparator.comparing(event -> instant(event.getStart()))).orElseThrow();
        return new LeaverReport.Meeting(id, text(first.getSubject()), instant(first.getStart()), instant(first.getEnd()),
                occurrences.size(), invited(first).size(), joinLink(first));
    }

    /// Answers come in UTC unless another zone is asked for, with seven digits behind the second.
    private static Instant instant(DateTimeTimeZone time) {
        return LocalDateTime.parse(time.getDateTime()).toInstant(ZoneOffset.UTC);
    }

    private static List<Attendee> invited(Event event) {
        return event.getAttendees() == null ? List.of() : event.getAttendees();
    }

    private static String joinLink(Event event) {
        return event.getOnlineMeeting() == null ? "" : text(event.getOnlineMeeting().getJoinUrl());
    }

    /// What lies in the folder where Teams puts recordings. Its name differs by language, so it is asked for by its role;
    /// without such a folder Graph answers 404, or 403 to an app that may not create it, and both mean "none yet".
    List<LeaverReport.Recording> recordings(Integration integration, Account account, Progress progress) {
        var session = sessions.apply(integration);
        var about = about("Leaver: recordings", account, "Files.Read.All");
        String driveId;
        try {
            driveId = session.ask(about, client -> client.users().byUserId(account.objectId()).drive()
                    .get(query -> query.queryParameters.select = new String[] {"id"}).getId());
        } catch (ProblemException refused) {
            if (refused.problem().code() == Problem.Code.DRIVE_MISSING) {
                return List.of();
            }
            throw refused;
        }
        var address = session.connection().cloud().apiRoot() + "/users/" + account.objectId()
                + "/drive/special/recordings/children?$top=200&$select=id,name,size,file,folder,createdDateTime";
        try {
            return session.ask(about, client -> {
                var children = client.drives().byDriveId(driveId).items().byDriveItemId("root").children();
                return Paging.all(children.withUrl(address).get(), link -> children.withUrl(link).get(), page -> page.getValue(),
                        new QuietProgress(progress)).stream()
                        .filter(item -> item.getFolder() == null)
                        .map(item -> recording(driveId, item))
                        .toList();
            });
        } catch (ProblemException none) {
            return switch (none.problem().code()) {
                case ITEM_GONE, PERMISSION_MISSING, DRIVE_MISSING -> List.of();
                default -> throw none;
            };
        }
    }

    private static LeaverReport.Recording recording(String driveId, DriveItem item) {
        var hashes = item.getFile() == null ? null : item.getFile().getHashes();
        return new LeaverReport.Recording(driveId, item.getId(), text(item.getName()), item.getSize() == null ? -1 : item.getSize(),
                item.getCreatedDateTime() == null ? Instant.EPOCH : item.getCreatedDateTime().toInstant(),
                hashes == null ? "" : text(hashes.getQuickXorHash()));
    }

    /// The bytes of a recording, through an address that is asked for now because it lives for minutes only.
    Fetched bytes(Integration integration, LeaverReport.Recording recording) {
        var session = sessions.apply(integration);
        var about = About.of("Leaver: copy").item(recording.name()).permission("Files.Read.All");
        var address = session.ask(about, client -> String.valueOf(client.drives().byDriveId(recording.driveId()).items()
                .byDriveItemId(recording.itemId()).get().getAdditionalData().get("@microsoft.graph.downloadUrl")));
        return session.downloads().whole(about, URI.create(address));
    }

    RuntimeException raised(Integration integration, java.io.IOException failure, LeaverReport.Recording recording) {
        return sessions.apply(integration).downloads().raised(failure, About.of("Leaver: copy").item(recording.name()));
    }

    /// Makes the meeting anew in the other account's calendar, which invites its people again, and returns the new join
    /// link, empty while Teams still makes it. The transaction id keeps a repetition from making a second one.
    String moved(Integration integration, Account from, Account to, LeaverReport.Meeting meeting, String transaction) {
        var session = sessions.apply(integration);
        var about = about("Leaver: hand over", to, "Calendars.ReadWrite").item(meeting.subject());
        return session.ask(about, client -> {
            var old = client.users().byUserId(from.objectId()).events().byEventId(meeting.eventId()).get();
            var created = client.users().byUserId(to.objectId()).events().post(copy(old, from, to, meeting, transaction));
            return link(client, to, created, meeting);
        });
    }

    /// The answer may come before Teams has made the link, and with `isOnlineMeeting` false where it never will: an account
    /// that may not use Teams gets a plain event, with 201.
    private String link(GraphServiceClient client, Account organiser, Event created, LeaverReport.Meeting meeting) {
        var event = created;
        for (int tried = 1; joinLink(event).isEmpty() && tried <= LINK_TRIES; tried++) {
            if (Boolean.FALSE.equals(event.getIsOnlineMeeting())) {
                throw Problem.of(Problem.Code.TEAMS_MISSING).with("account", organiser.userPrincipalName()).with("item", meeting.subject()).raise();
            }
            try {
                sleeper.sleep(Duration.ofSeconds(1L << (tried - 1)));
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
            event = client.users().byUserId(organiser.objectId()).events().byEventId(created.getId())
                    .get(query -> query.queryParameters.select = new String[] {"id", "isOnlineMeeting", "onlineMeetingProvider", "onlineMeeting"});
        }
        return joinLink(event);
    }

    /// Every part is built anew: the SDK sends of an object that it has read only what was changed since, so a borrowed
    /// time or attendee would arrive empty.
    private static Event copy(Event old, Account from, Account to, LeaverReport.Meeting meeting, String transaction) {
        var first = LocalDate.ofInstant(meeting.next(), ZoneOffset.UTC);
        long days = old.getRecurrence() == null ? 0
                : Math.max(0, ChronoUnit.DAYS.between(LocalDateTime.parse(old.getStart().getDateTime()).toLocalDate(), first));
        var event = new Event();
        event.setSubject(old.getSubject());
        event.setStart(later(old.getStart(), days));
        event.setEnd(later(old.getEnd(), days));
        // Teams writes the old link into the text; a copy would send people to a meeting that nobody can open
        if (old.getBody() != null && old.getBody().getContent() != null && !old.getBody().getContent().contains("teams.microsoft.com/")) {
            var body = new ItemBody();
            body.setContentType(old.getBody().getContentType());
            body.setContent(old.getBody().getContent());
            event.setBody(body);
        }
        event.setAttendees(invited(old).stream().filter(one -> !isOne(one, from) && !isOne(one, to)).map(LeaverGraph::copy).toList());
        event.setIsOnlineMeeting(true);
        event.setOnlineMeetingProvider(OnlineMeetingProviderType.TeamsForBusiness);
        event.setTransactionId(transaction);
        if (old.getRecurrence() != null) {
            event.setRecurrence(copy(old.getRecurrence(), first, meeting.times()));
        }
        return event;
    }

    private static Attendee copy(Attendee old) {
        var address = new EmailAddress();
        address.setName(old.getEmailAddress().getName());
        address.setAddress(old.getEmailAddress().getAddress());
        var attendee = new Attendee();
        attendee.setEmailAddress(address);
        attendee.setType(old.getType());
        return attendee;
    }

    /// A series goes on from its next occurrence; what is past stays with the old one. Where occurrences are numbered, the
    /// number is of those that are left.
    private static PatternedRecurrence copy(PatternedRecurrence old, LocalDate first, int left) {
        var pattern = new RecurrencePattern();
        pattern.setType(old.getPattern().getType());
        pattern.setInterval(old.getPattern().getInterval());
        pattern.setDaysOfWeek(old.getPattern().getDaysOfWeek());
        pattern.setDayOfMonth(old.getPattern().getDayOfMonth());
        pattern.setMonth(old.getPattern().getMonth());
        pattern.setIndex(old.getPattern().getIndex());
        pattern.setFirstDayOfWeek(old.getPattern().getFirstDayOfWeek());
        var range = new RecurrenceRange();
        range.setType(old.getRange().getType());
        range.setStartDate(first);
        range.setRecurrenceTimeZone(old.getRange().getRecurrenceTimeZone());
        if (old.getRange().getType() == RecurrenceRangeType.EndDate) {
            range.setEndDate(old.getRange().getEndDate());
        } else if (old.getRange().getType() == RecurrenceRangeType.Numbered) {
            range.setNumberOfOccurrences(left);
        }
        var recurrence = new PatternedRecurrence();
        recurrence.setPattern(pattern);
        recurrence.setRange(range);
        return recurrence;
    }

    private static DateTimeTimeZone later(DateTimeTimeZone time, long days) {
        var moved = new DateTimeTimeZone();
        moved.setTimeZone(time.getTimeZone());
        moved.setDateTime(LocalDateTime.parse(time.getDateTime()).plusDays(days).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
        return moved;
    }

    private static boolean isOne(Attendee attendee, Account account) {
        var address = Optional.ofNullable(attendee.getEmailAddress()).map(mail -> mail.getAddress()).orElse("");
        return address.equalsIgnoreCase(account.mail()) || address.equalsIgnoreCase(account.userPrincipalName());
    }

    private static About about(String purpose, Account account, String permission) {
        return About.of(purpose).account(account.userPrincipalName()).permission(permission);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
