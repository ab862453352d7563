package app.lectern.deliverables;

import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How keeping an integration's due dates in calendars stands, in one word and what it rests on.
///
/// @param lacks what is missing, when it is incomplete
/// @param since when it began to fail
public record CalendarStanding(CalendarReadiness readiness, Set<CalendarLack> lacks, Optional<Instant> since, Optional<Problem> problem) {
    private static final CalendarStanding OFF = new CalendarStanding(CalendarReadiness.OFF, Set.of(), Optional.empty(), Optional.empty());
    private static final CalendarStanding READY = new CalendarStanding(CalendarReadiness.READY, Set.of(), Optional.empty(), Optional.empty());

    public CalendarStanding {
        lacks = Set.copyOf(lacks);
    }

    /// What the last looks and applications met, since when.
    record Trouble(Instant since, Problem problem, boolean writing) {}

    /// @param active     whether the integration is in use
    /// @param hasMailbox whether a mailbox for the shared calendar is known
    static CalendarStanding of(boolean active, List<Deliverable> list, CalendarSettings settings, boolean hasMailbox, Optional<Trouble> trouble) {
        var dated = list.stream().filter(each -> each.date().isPresent()).toList();
        boolean applied = settings.lastApplied().isPresent();
        if (!active || dated.isEmpty() && !applied) {
            return OFF;
        }
        var lacks = EnumSet.noneOf(CalendarLack.class);
        if (settings.mode() == CalendarMode.SHARED && !hasMailbox) {
            lacks.add(CalendarLack.MAILBOX);
        }
        if (settings.mode() == CalendarMode.INDIVIDUAL && !dated.isEmpty() && dated.stream().allMatch(each -> each.assignees().isEmpty())) {
            lacks.add(CalendarLack.ASSIGNEES);
        }
        // what has worked before is not incomplete but fails
        trouble.filter(met -> !applied).flatMap(met -> lack(met.problem())).ifPresent(lacks::add);
        if (!lacks.isEmpty()) {
            return new CalendarStanding(CalendarReadiness.INCOMPLETE, lacks, Optional.empty(), trouble.map(Trouble::problem));
        }
        return trouble.map(met -> new CalendarStanding(CalendarReadiness.FAILING, Set.of(), Optional.of(met.since()), Optional.of(met.problem()))).orElse(READY);
    }

    private static Optional<CalendarLack> lack(Problem met) {
        return switch (met.code()) {
            case CALENDAR_MAILBOX_NOT_SET -> Optional.of(CalendarLack.MAILBOX);
            case PERMISSION_MISSING, CONSENT_MISSING, MAILBOX_BLOCKED -> Optional.of(CalendarLack.PERMISSION);
            default -> met.code().exit() == ExitStatus.SIGN_IN_OR_PERMISSION ? Optional.of(CalendarLack.SIGN_IN) : Optional.empty();
        };
    }
}
