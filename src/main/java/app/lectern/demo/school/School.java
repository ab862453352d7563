package app.lectern.demo.school;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.TenantIdentity;
import app.lectern.demo.entra.Accounts;
import app.lectern.demo.entra.DemoAccount;
import app.lectern.demo.storage.StoredItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Everything that the demo tenant knows, made from the seed around the clock's today. Not safe by itself for several threads:
/// whoever reads or changes it does so through [#exclusively].
public final class School implements Accounts {
    /// Where the college is.
    public static final ZoneId ZONE = ZoneId.of("Europe/London");
    /// The same zone as Exchange calls it.
    public static final String WINDOWS_ZONE = "GMT Standard Time";

    private final ReentrantLock lock = new ReentrantLock();
    private final TenantIdentity identity;
    private final Clock clock;
    private final Ids ids;
    private final Changes changes = new Changes();
    private final People people = new People();
    private final Meetings meetings;
    private final Calendars calendars;
    private final Drives drives;
    private final AttendanceBook attendance;
    private final List<TeamChannel> channels = new ArrayList<>();
    private final List<Deliverable> deliverables;
    private final SchoolControl control;
    private final PlantedCases cases;

    public School(DemoOptions options, TenantIdentity identity) {
        this.identity = identity;
        this.clock = options.clock();
        this.ids = new Ids(options.seed());
        var now = clock.instant();
        this.meetings = new Meetings(ids, identity.tenantId());
        this.calendars = new Calendars(clock, people, meetings, changes);
        this.drives = new Drives(ids, now.minus(Duration.ofDays(700)));
        this.attendance = new AttendanceBook(ids, people);
        new PeopleSeed(people, ids, identity.domains(), now).fill(options.sizes().users());
        channels.addAll(teams(now));
        new MeetingSeed(this, options.sizes(), now).fill();
        this.cases = new PlantedCases(this, now);
        this.deliverables = projects(options, identity);
        this.control = new SchoolControl(this);
    }

    /// The project list alone, without a school around it.
    public static List<Deliverable> projects(DemoOptions options, TenantIdentity identity) {
        return DeliverableSeed.list(options.sizes().deliverables(), LocalDate.ofInstant(options.clock().instant(), ZONE),
                identity.defaultDomain(), new Ids(options.seed()));
    }

    private List<TeamChannel> teams(Instant now) {
        var list = new ArrayList<TeamChannel>();
        var plan = List.of(List.of("Staff", "Briefings", "Curriculum"), List.of("Year 9 French", "Lessons"),
                List.of("Science department", "Planning"));
        for (var names : plan) {
            var drive = drives.site(names.getFirst().replace(" ", ""));
            var team = new TeamChannel.Team(ids.guid("team", list.size()), names.getFirst(), drive);
            for (var name : names.subList(1, names.size())) {
                var thread = "19:" + ids.guid("channel", list.size()).replace("-", "") + "@thread.tacv2";
                list.add(new TeamChannel(team, thread, name,
                        drive.add(drive.root(), name, true, now.minus(Duration.ofDays(300)), 0)));
            }
        }
        return list;
    }

    /// Runs one piece of work while nobody else reads or changes the school.
    public <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<DemoAccount> find(String idOrName) {
        return exclusively(() -> people.find(idOrName)
                .map(person -> new DemoAccount(person.id(), person.userPrincipalName(), person.displayName(), person.enabled())));
    }

    /// The file under the key of a download address: the storage host's [app.lectern.demo.storage.StoredItems].
    public Optional<StoredItem> findItem(String key) {
        return exclusively(() -> {
            var slash = key.indexOf('/');
            return drive(key.substring(0, slash)).flatMap(drive -> drive.find(key.substring(slash + 1)))
                    .filter(item -> item.exists(clock.instant()))
                    .map(item -> new StoredItem(item.name(), item.contentType(), item.eTag(), item.bytes()));
        });
    }

    public TenantIdentity identity() {
        return identity;
    }

    public Clock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public Changes changes() {
        return changes;
    }

    public People people() {
        return people;
    }

    public Meetings meetings() {
        return meetings;
    }

    public Calendars calendars() {
        return calendars;
    }

    public Drives drives() {
        return drives;
    }

    public AttendanceBook attendance() {
        return attendance;
    }

    /// Where Teams records a meeting: in the organiser's drive, or in the channel's folder of the team's site.
    DriveItem recordingsFolder(OnlineMeeting meeting, Instant since) {
        var channel = meeting.channel();
        return channel == null ? drives().of(meeting.organiser()).recordingsFolder(since) : channel.recordingsFolder(since);
    }

    public List<TeamChannel> channels() {
        return channels;
    }

    /// The college's project list; no part of Microsoft 365.
    public List<Deliverable> deliverables() {
        return deliverables;
    }

    /// A case for every verdict of a diagnosis.
    public PlantedCases cases() {
        return cases;
    }

    /// Changes the school from outside Graph.
    public SchoolControl control() {
        return control;
    }

    /// The person with this name before the @ in the college's own domain.
    public Person person(String name) {
        return people.named(name + "@" + identity.defaultDomain());
    }

    /// The document library with this id. Ids are the same at every start, so one that a client kept from yesterday is found too.
    public Optional<Drive> drive(String id) {
        return drives.find(id).or(() -> people.all().stream()
                .filter(person -> ids.drive(person.number()).equals(id)).findFirst().map(drives::of));
    }

    /// The sessions of which call records exist now, newest first.
    public List<Session> calls(Instant now) {
        return meetings.all().stream().flatMap(meeting -> meeting.sessions().stream())
                .filter(session -> session.hasCallRecord(now))
                .sorted(Comparator.comparing(Session::start).reversed()).toList();
    }
}
