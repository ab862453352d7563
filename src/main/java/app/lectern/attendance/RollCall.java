package app.lectern.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Works a meeting's attendance out of everything that was told about it: who was there, for how long, who came late, left
/// early or never came, and who was not expected.
public final class RollCall {
    /// What is asked about.
    ///
    /// @param organiser the organiser's address, who is expected without an invitation
    public record Asked(Instant start, Instant end, String organiser, List<Invitee> invited, AttendanceRules rules) {
        public Asked {
            invited = List.copyOf(invited);
        }
    }

    /// The answer. Without any report nobody knows, which is not nobody.
    ///
    /// @param noShows those who were expected and never came
    /// @param excused those who declined and did not come
    public record Result(Frame frame, List<Participant> participants, List<Invitee> noShows, List<Invitee> excused, Crowd crowd, List<Report> reports) {
        public Result {
            participants = List.copyOf(participants);
            noShows = List.copyOf(noShows);
            excused = List.copyOf(excused);
            reports = List.copyOf(reports);
        }

        public boolean isKnown() {
            return !reports.isEmpty();
        }

        public List<Participant> unexpected() {
            return participants.stream().filter(person -> !person.invited()).toList();
        }

        public Duration average() {
            return participants.isEmpty() ? Duration.ZERO
                    : participants.stream().map(Participant::total).reduce(Duration.ZERO, Duration::plus).dividedBy(participants.size());
        }
    }

    private record Entry(Report report, Presence presence) {}

    private final Asked asked;
    private final Frame frame;
    private final Set<String> invitedAddresses = new HashSet<>();
    private final Set<String> invitedNames = new HashSet<>();

    private RollCall(Asked asked, Frame frame) {
        this.asked = asked;
        this.frame = frame;
        for (var invitee : asked.invited()) {
            invitedAddresses.add(invitee.address().toLowerCase(Locale.ROOT));
            invitedNames.add(nameKey(invitee.name()));
        }
        invitedAddresses.add(asked.organiser().toLowerCase(Locale.ROOT));
        invitedNames.remove("");
    }

    public static Result of(Asked asked, Collection<Told> told) {
        var reports = told.stream().map(Told::report).sorted(Comparator.comparing(Report::start).thenComparing(Report::key)).toList();
        var roll = new RollCall(asked, Frame.of(asked.start(), asked.end(), trusted(reports)));
        var entries = new ArrayList<Entry>();
        for (var each : told) {
            each.presences().forEach(presence -> entries.add(new Entry(each.report(), presence)));
        }
        var people = Identities.merge(entries, entry -> entry.presence().who()).stream().map(roll::participant).toList();
        var absent = reports.isEmpty() ? List.<Invitee>of() : asked.invited().stream().filter(invitee -> !roll.joined(invitee, people)).toList();
        return new Result(roll.frame, people, absent.stream().filter(invitee -> !invitee.declined()).toList(), absent.stream().filter(Invitee::declined).toList(),
                Crowd.of(people.stream().map(Participant::time).toList()), reports);
    }

    /// The reports of the most trusted source there is.
    private static List<Report> trusted(List<Report> reports) {
        var best = reports.stream().map(Report::source).min(Comparator.naturalOrder());
        return reports.stream().filter(report -> report.source() == best.orElseThrow()).toList();
    }

    private Participant participant(Identities.Person<Entry> person) {
        var sources = EnumSet.noneOf(AttendanceSource.class);
        person.entries().forEach(entry -> sources.add(entry.report().source()));
        var source = sources.iterator().next();
        var used = person.entries().stream().filter(entry -> entry.report().source() == source).toList();
        var presences = used.stream().map(Entry::presence).toList();
        var time = AttendedTime.union(presences.stream().flatMap(presence -> presence.stays().stream()).toList());
        var total = total(presences, time);
        var stated = presences.stream().map(Presence::stated).reduce(Duration.ZERO, Duration::plus);
        double share = frame.share(time, total);
        var role = presences.stream().map(presence -> MeetingRole.of(presence.role())).min(Comparator.naturalOrder()).orElse(MeetingRole.ATTENDEE);
        var origin = source == AttendanceSource.API ? Optional.<Report>empty() : used.stream().map(Entry::report).findFirst();
        return new Participant(person.who(), person.rule(), role, source, sources, time, total, stated, share, isLate(time), leftEarly(time),
                asked.rules().attended(total, share), kind(person.who()), isInvited(person), origin, presences);
    }

    /// A summary knows no going in between: it counts by its own total, but never for more than from first to last.
    static Duration total(List<Presence> presences, AttendedTime time) {
        if (presences.stream().allMatch(presence -> presence.exact() && !presence.stays().isEmpty())) {
            return time.total();
        }
        var exact = AttendedTime.union(presences.stream().filter(Presence::exact).flatMap(each -> each.stays().stream()).toList()).total();
        var counted = presences.stream().filter(each -> !each.exact() || each.stays().isEmpty()).map(Presence::stated).reduce(exact, Duration::plus);
        boolean bounded = presences.stream().noneMatch(each -> each.stays().isEmpty());
        return bounded && counted.compareTo(time.total()) > 0 ? time.total() : counted;
    }

    private boolean isLate(AttendedTime time) {
        return time.firstJoin().filter(join -> join.isAfter(frame.start().plus(asked.rules().grace()))).isPresent();
    }

    private boolean leftEarly(AttendedTime time) {
        return time.lastLeave().filter(leave -> leave.isBefore(frame.end().minus(asked.rules().grace()))).isPresent();
    }

    private PersonKind kind(Who who) {
        if (who.isTelephone()) {
            return PersonKind.TELEPHONE;
        }
        if (!who.hasEmail()) {
            // a call record names members without their address
            return invitedNames.contains(nameKey(who.name())) ? PersonKind.MEMBER : PersonKind.ANONYMOUS;
        }
        boolean other = !domain(who.email()).equals(domain(asked.organiser())) && !asked.organiser().isEmpty();
        return who.email().contains("#ext#") || other ? PersonKind.GUEST : PersonKind.MEMBER;
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private boolean isInvited(Identities.Person<Entry> person) {
        return person.entries().stream().map(entry -> entry.presence().who()).anyMatch(who -> who.hasEmail() && invitedAddresses.contains(who.email())
                || invitedNames.contains(who.nameKey())) || person.entries().stream()
                        .anyMatch(entry -> MeetingRole.of(entry.presence().role()) == MeetingRole.ORGANISER);
    }

    /// By e-mail, then by name.
    private boolean joined(Invitee invitee, List<Participant> people) {
        var address = invitee.address().toLowerCase(Locale.ROOT);
        var name = nameKey(invitee.name());
        return address.equalsIgnoreCase(asked.organiser()) || people.stream().filter(person -> !person.total().isZero() || !person.time().isEmpty())
                .anyMatch(person -> person.who().email().equals(address) || person.presences().stream().anyMatch(each -> each.who().email().equals(address))
                        || !name.isEmpty() && person.who().nameKey().equals(name));
    }

    private static String nameKey(String name) {
        return new Who("", "", name).nameKey();
    }
}
