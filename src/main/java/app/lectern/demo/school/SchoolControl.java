package app.lectern.demo.school;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What happens in a tenant without Graph: administrators, Outlook, and people who hold meetings. For tests and for the
/// demonstration's dial;
/// access policies and the transcript switch are turned in [app.lectern.demo.graph.TenantRules].
public final class SchoolControl {
    private final School school;
    private final Map<Person, Set<String>> decided = new HashMap<>();
    private boolean answersForChannels = true;

    SchoolControl(School school) {
        this.school = school;
    }

    /// Adds an enabled account without any licence and returns its object id.
    public String addUser(String givenName, String surname, String name) {
        return school.exclusively(() -> {
            var number = school.people().all().size();
            var address = name + "@" + school.identity().defaultDomain();
            var person = new Person(number,
                    new Person.Card(school.ids().guid("user", number), givenName, surname, givenName + " " + surname,
                    address, address, null, null, "Member", List.of(), school.clock().instant()));
            school.people().add(person);
            return person.id();
        });
    }

    /// Gives an account another mail address than its sign-in name.
    public void renameMail(String user, String address) {
        change(() -> person(user).mail(address));
    }

    public void enable(String user, boolean enabled) {
        change(() -> person(user).enable(enabled));
    }

    /// Assigns the staff licence, whose services come up after the delay by the tenant's clock.
    public void assignLicence(String user, Duration delay) {
        change(() -> {
            var now = school.clock().instant();
            var person = person(user);
            person.withdrawLicences();
            person.license(Sku.M365EDU_A3_FACULTY).mailbox(MailboxState.CLOUD).provisionDrive();
            person.licenceAssigned(now, now.plus(delay));
        });
    }

    /// Leaves an account its mailbox and takes Teams away.
    public void withdrawTeams(String user) {
        change(() -> {
            person(user).withdrawLicences();
            person(user).license(Sku.EXCHANGESTANDARD);
        });
    }

    public void withdrawLicences(String user) {
        change(() -> person(user).withdrawLicences());
    }

    public void mailbox(String user, MailboxState state) {
        change(() -> person(user).mailbox(state));
    }

    /// Holds a meeting that is found by its Graph id: people were there from start to end, and what they left behind
    /// can be read as soon as the clock allows. Returns the id of the call.
    public String hold(String meetingId, Instant start, Instant end, boolean recorded, boolean transcribed) {
        return school.exclusively(() -> {
            var meeting = school.meetings().find(meetingId).orElseThrow(() -> new IllegalArgumentException("no such meeting"));
            var session = meeting.addSession(start, end);
            session.keep(recorded ? film(session) : null, transcribed, true);
            return session.callId();
        });
    }

    /// A meeting in the first channel of the first team, which no person's calendar has, was held. Returns it.
    public OnlineMeeting holdInChannel(String organiser, String subject, Instant start, Instant end) {
        return school.exclusively(() -> {
            var meeting = school.meetings().make(person(organiser), MeetingKind.CHANNEL, subject, start, end, start.minus(Duration.ofDays(1)),
                    school.channels().getFirst(), false);
            var session = meeting.addSession(start, end);
            session.keep(film(session), true, true);
            return meeting;
        });
    }

    /// Somebody calls colleagues without a meeting and records it. Returns the id of the call.
    public String call(String caller, Instant start, Instant end) {
        return school.exclusively(() -> {
            var call = school.meetings().make(person(caller), MeetingKind.AD_HOC, null, start, end, start);
            var session = call.addSession(start, end);
            session.keep(film(session), false, false);
            return session.callId();
        });
    }

    private DriveItem film(Session session) {
        var folder = school.recordingsFolder(session.meeting(), session.start());
        var film = folder.drive().add(folder, SeedBench.fileName(session) + ".mp4", false, session.artifactsFrom(), 0);
        return film.recordingOf(session, 1_200_000, session.end().plus(Duration.ofDays(120)));
    }

    /// Teams tells of a meeting what it is told here: who was there and when.
    public void report(OnlineMeeting meeting, Instant start, Instant end, List<AttendanceEntry> entries) {
        change(() -> meeting.addSession(start, end).keep(null, false, true).tell(entries));
    }

    /// A meeting of a class, held and reported, without an entry in the calendar's answers.
    public OnlineMeeting lesson(String organiser, String subject, Instant start, Duration length, int invited) {
        return school.exclusively(() -> {
            var meeting = school.meetings().make(person(organiser), MeetingKind.SCHEDULED, subject, start, start.plus(length),
                    start.minus(Duration.ofDays(2)));
            var pupils = new ArrayList<Attendee>();
            for (var pupil : school.people().all()) {
                if (pupils.size() < invited && pupil.mail() != null && pupil != meeting.organiser()) {
                    pupils.add(Attendee.of(pupil, "accepted"));
                }
            }
            while (pupils.size() < invited) {
                var number = pupils.size();
                pupils.add(new Attendee("Visitor " + number, "visitor." + number + "@partner.example", "required", "none"));
            }
            meeting.invited(List.copyOf(pupils));
            meeting.addSession(start, start.plus(length)).keep(null, false, true);
            return meeting;
        });
    }

    /// Somebody changes an event in Outlook; the event is named by subject, the first of the organiser's that has it.
    public void editInOutlook(String organiser, String subject, String newSubject, Duration later) {
        change(() -> {
            var event = event(organiser, subject);
            var times = event.times();
            event.subject(newSubject);
            event.times(new EventTimes(times.start().plus(later), times.end().plus(later), times.zoneName(), times.allDay()));
            school.calendars().publish(event);
        });
    }

    public void deleteInOutlook(String organiser, String subject) {
        change(() -> school.calendars().delete(event(organiser, subject), person(organiser)));
    }

    /// Fills a person's OneDrive until so many bytes are left.
    public void leaveFree(String user, long bytes) {
        change(() -> school.drives().of(person(user)).leaveFree(bytes, school.clock().instant()));
    }

    /// Somebody trims a recording: same item, other bytes, another eTag.
    public void rewriteFile(String driveId, String itemId, long size) {
        change(() -> school.drive(driveId).flatMap(drive -> drive.find(itemId)).orElseThrow()
                .rewrite(size, school.changes().next()));
    }

    /// Puts a file into the bin.
    public void bin(DriveItem item) {
        change(() -> item.delete(school.clock().instant(), school.changes().next()));
    }

    /// From now on the links of new Teams events can be read only after the delay.
    public void delayJoinLinks(Duration delay) {
        change(() -> school.calendars().delayLinks(delay));
    }

    /// Makes every delta token that was handed out so far invalid.
    public void expireDeltaTokens() {
        change(() -> school.changes().expireTokens());
    }

    /// A meeting policy of this organiser decides these options, named as Graph names them: what clients set of them is left out
    /// without a word.
    public void decideByPolicy(String user, String... options) {
        change(() -> decided.put(person(user), Set.of(options)));
    }

    public Set<String> decidedByPolicy(Person organiser) {
        return decided.getOrDefault(organiser, Set.of());
    }

    /// Whether recordings of channel meetings can be read through the meetings API: newer pages say so, older tenants refuse.
    public boolean answersForChannels() {
        return answersForChannels;
    }

    public void answerForChannels(boolean answers) {
        change(() -> answersForChannels = answers);
    }

    private Person person(String user) {
        return school.people().find(user).orElseThrow(() -> new IllegalArgumentException("nobody is called " + user));
    }

    private CalendarEvent event(String organiser, String subject) {
        return school.calendars().of(person(organiser)).own().stream().filter(event -> subject.equals(event.subject()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event is called " + subject));
    }

    private void change(Runnable work) {
        school.exclusively(() -> {
            work.run();
            return null;
        });
    }
}
