package app.lectern.meetings.planning;

import app.lectern.accounts.MailAddress;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.planning.SlotFault.What;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What is wrong with a plan, or worth knowing, without asking anybody.
public final class SlotCheck {
    public static final int LONGEST_SUBJECT = 255;
    public static final Duration LONGEST = Duration.ofHours(24);
    /// Exchange invites no more.
    public static final int MOST_ATTENDEES = 500;
    private static final int LONGEST_REMINDER = 28 * 24 * 60;
    private static final List<String> USUAL_DOMAINS = List.of("gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "live.com",
            "gmx.de", "web.de", "proton.me");

    private final Clock clock;

    public SlotCheck(Clock clock) {
        this.clock = clock;
    }

    /// @param domains of the tenant, as far as they are known: an address that nearly has one of these is a typing mistake
    public List<SlotFault> faults(Planned of, Collection<String> domains) {
        var faults = new ArrayList<SlotFault>();
        subject(of, faults);
        times(of, faults);
        organiser(of, faults);
        attendees(of, domains, faults);
        reminder(of, faults);
        repeat(of, faults);
        way(of, faults);
        return faults;
    }

    private static void subject(Planned of, List<SlotFault> faults) {
        if (of.subject().isBlank()) {
            faults.add(SlotFault.of(SlotField.SUBJECT, What.SUBJECT_MISSING));
        } else if (of.subject().length() > LONGEST_SUBJECT) {
            faults.add(new SlotFault(SlotField.SUBJECT, What.SUBJECT_TOO_LONG, Integer.toString(of.subject().length())));
        }
    }

    private void times(Planned of, List<SlotFault> faults) {
        daylight(SlotField.START, of.startTime(), faults);
        daylight(SlotField.END, of.endTime(), faults);
        if (!of.endsAt().isAfter(of.startsAt())) {
            faults.add(SlotFault.of(SlotField.END, What.END_BEFORE_START));
        } else if (of.length().compareTo(LONGEST) > 0) {
            faults.add(new SlotFault(SlotField.END, What.TOO_LONG, Long.toString(of.length().toHours())));
        }
        if (of.startsAt().isBefore(clock.instant().minus(Duration.ofMinutes(1)))) {
            faults.add(new SlotFault(SlotField.START, What.PAST, of.startsAt().toString()));
        }
    }

    private static void daylight(SlotField field, SlotTimes time, List<SlotFault> faults) {
        if (time.isInGap()) {
            faults.add(new SlotFault(field, What.GAP, time.shifted().orElseThrow().toString()));
        } else if (time.isTwice()) {
            faults.add(new SlotFault(field, What.TWICE, time.local().toString()));
        }
    }

    private static void organiser(Planned of, List<SlotFault> faults) {
        if (!of.organiser().isEmpty() && !MailAddress.isWellFormed(MailAddress.normalised(of.organiser()))) {
            faults.add(new SlotFault(SlotField.ORGANISER, What.ORGANISER_MALFORMED, of.organiser()));
        }
    }

    private static void attendees(Planned of, Collection<String> domains, List<SlotFault> faults) {
        var seen = new HashSet<String>();
        for (var attendee : of.attendees()) {
            var address = MailAddress.normalised(attendee.address());
            if (!MailAddress.isWellFormed(address)) {
                faults.add(new SlotFault(SlotField.ATTENDEES, What.ADDRESS_MALFORMED, attendee.address()));
            } else {
                meant(address, domains).ifPresent(better ->
                        faults.add(new SlotFault(SlotField.ATTENDEES, What.ADDRESS_TYPO, attendee.address() + " → " + better)));
            }
            if (!seen.add(address)) {
                faults.add(new SlotFault(SlotField.ATTENDEES, What.ATTENDEE_TWICE, attendee.address()));
            }
        }
        if (of.attendees().size() > MOST_ATTENDEES) {
            faults.add(new SlotFault(SlotField.ATTENDEES, What.TOO_MANY, Integer.toString(of.attendees().size())));
        }
    }

    /// The address that was probably meant, where the domain is one or two keys off a known one.
    static Optional<String> meant(String address, Collection<String> domains) {
        var domain = MailAddress.domain(address);
        if (domains.contains(domain) || USUAL_DOMAINS.contains(domain)) {
            return Optional.empty();
        }
        var known = new ArrayList<>(domains);
        known.addAll(USUAL_DOMAINS);
        return known.stream().filter(other -> distance(domain, other) <= (other.length() > 10 ? 2 : 1)).findFirst()
                .map(other -> address.substring(0, address.length() - domain.length()) + other);
    }

    /// How many keys apart two words are, two neighbours in the wrong order counting as one.
    static int distance(String one, String other) {
        var cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }

    private static void reminder(Planned of, List<SlotFault> faults) {
        if (of.reminder().isPresent() && (of.reminder().getAsInt() < 0 || of.reminder().getAsInt() > LONGEST_REMINDER)) {
            faults.add(new SlotFault(SlotField.REMINDER, What.REMINDER_WRONG, Integer.toString(of.reminder().getAsInt())));
        }
    }

    private static void repeat(Planned of, List<SlotFault> faults) {
        if (of.repeat().isEmpty()) {
            return;
        }
        var repeat = of.repeat().get();
        if (repeat.until().isEmpty() && repeat.count().isEmpty()) {
            faults.add(SlotFault.of(SlotField.REPEAT, What.REPEAT_WITHOUT_END));
        } else if (repeat.until().filter(last -> last.isBefore(of.start().toLocalDate())).isPresent()) {
            faults.add(new SlotFault(SlotField.REPEAT, What.REPEAT_ENDS_EARLY, repeat.until().get().toString()));
        } else if (repeat.every() < 1 || repeat.every() > 99 || repeat.count().orElse(1) < 1 || repeat.count().orElse(1) > Repeat.MOST) {
            faults.add(new SlotFault(SlotField.REPEAT, What.REPEAT_TOO_OFTEN, Integer.toString(repeat.count().orElse(repeat.every()))));
        }
        if (repeat.dates(of.start().toLocalDate()).stream().skip(1).map(day -> new SlotTimes(day.atTime(of.start().toLocalTime()), of.zone()))
                .anyMatch(time -> time.isInGap() || time.isTwice())) {
            faults.add(new SlotFault(SlotField.REPEAT, What.GAP, of.start().toLocalTime().toString()));
        }
    }

    /// What only an event has cannot be had of a bare link.
    private static void way(Planned of, List<SlotFault> faults) {
        if (of.way() == Way.LINK_ONLY) {
            if (of.repeat().isPresent()) {
                faults.add(SlotFault.of(SlotField.REPEAT, What.NEEDS_CALENDAR));
            }
            if (!of.attendees().isEmpty()) {
                faults.add(SlotFault.of(SlotField.ATTENDEES, What.INVITES_NOBODY));
            }
        }
    }
}
