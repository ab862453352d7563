package app.lectern.diagnosis.verdict;

import static app.lectern.diagnosis.verdict.Signal.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The table of what keeps data away: each row needs all of `when` and none of `unless`, and each of `more` that was seen too
/// halves what the confidence lacks. The first row that holds counts.
final class Causes {
    record Row(Verdict verdict, double strength, Set<Signal> when, Set<Signal> unless, Set<Signal> more) {
        boolean holds(Set<Signal> seen) {
            return seen.containsAll(when) && unless.stream().noneMatch(seen::contains);
        }

        double confidence(Set<Signal> seen) {
            double missing = 0.99 - strength;
            for (var signal : more) {
                missing = seen.contains(signal) ? missing / 2 : missing;
            }
            return 0.99 - missing;
        }
    }

    private static final Set<Signal> MISSING = EnumSet.of(NO_REPORT, NO_RECORDING, NO_TRANSCRIPT);

    /// What keeps Lectern from looking at all, before any question of the kind.
    static final List<Row> BLOCKING = List.of(
            row(Verdict.SIGN_IN_FAILED, 0.95, of(SIGN_IN_FAILED), of(MEETING_FOUND), none()),
            row(Verdict.OTHER_TENANT, 0.93, of(FOREIGN_TENANT), of(MEETING_FOUND), of(ORGANISER_UNKNOWN, MEETING_UNKNOWN)),
            row(Verdict.OTHER_TENANT, 0.9, of(CONSUMER_LINK), of(MEETING_FOUND), of(MEETING_UNKNOWN)),
            row(Verdict.ORGANISER_GONE, 0.95, of(ORGANISER_UNKNOWN), of(MEETING_FOUND), of(MEETING_UNKNOWN)),
            row(Verdict.POLICY_PROPAGATING, 0.8, of(POLICY_REFUSED, POLICY_ACCEPTED), none(), none()),
            row(Verdict.POLICY_MISSING, 0.95, of(POLICY_REFUSED), of(POLICY_ACCEPTED), of(ROLE_PRESENT)),
            row(Verdict.WRONG_ORGANISER, 0.95, of(NOT_ORGANISER), of(MEETING_FOUND), of(CALL_RECORD_FOUND)),
            row(Verdict.TRANSCRIPTS_OFF, 0.95, of(TRANSCRIPTS_SWITCHED_OFF), of(DATA_FOUND), of(MEETING_FOUND)),
            row(Verdict.PERMISSION_MISSING, 0.96, of(PERMISSION_REFUSED, ROLE_ABSENT), of(DATA_FOUND), none()),
            row(Verdict.PERMISSION_MISSING, 0.75, of(PERMISSION_REFUSED), of(DATA_FOUND, ROLE_ABSENT), none()),
            row(Verdict.SERVICE_FAULT, 0.9, of(SERVICE_ERROR), of(MEETING_FOUND, MEETING_UNKNOWN, EVENT_FOUND), none()),
            row(Verdict.LINK_WORKS, 0.95, of(LINK_ALIVE), of(LINK_DEAD), of(EVENT_FOUND)),
            row(Verdict.EXPIRED, 0.95, of(LINK_DEAD), none(), of(MEETING_FOUND)),
            row(Verdict.LINK_GONE, 0.85, of(LINK_NOT_FOUND), of(MEETING_FOUND), of(ORGANISER_FOUND, NO_EVENT)),
            row(Verdict.LINK_GONE, 0.92, of(EVENT_WITHOUT_LINK), of(MEETING_FOUND), none()),
            row(Verdict.SERVICE_FAULT, 0.8, of(SERVICE_ERROR, MEETING_FOUND), of(DATA_FOUND, NO_REPORT, NO_RECORDING, NO_TRANSCRIPT), none()));

    /// What a meeting that can be looked at lacks, whatever made it; not asked for kinds whose data is not handed out.
    static final List<Row> LACKING = List.of(
            row(Verdict.EXPIRED, 0.95, of(LINK_EXPIRED), of(DATA_FOUND), of(MEETING_UNKNOWN)),
            row(Verdict.NOT_READY, 0.95, of(NOT_ENDED), of(DATA_FOUND), MISSING),
            row(Verdict.NOT_READY, 0.85, of(ENDED_RECENTLY, NO_REPORT), of(DATA_FOUND), of(CALL_RECORD_FOUND)),
            row(Verdict.NOT_READY, 0.75, of(ENDED_RECENTLY, NO_RECORDING), of(DATA_FOUND), of(CALL_RECORD_FOUND)),
            row(Verdict.NOT_READY, 0.75, of(ENDED_RECENTLY, NO_TRANSCRIPT), of(DATA_FOUND), of(CALL_RECORD_FOUND)),
            row(Verdict.NOBODY_JOINED, 0.92, of(ENDED_LONG_AGO, NO_REPORT, NO_CALL_RECORD), of(DATA_FOUND), none()),
            row(Verdict.REPORT_OFF, 0.8, of(ENDED_LONG_AGO, NO_REPORT, CALL_RECORD_FOUND), of(DATA_FOUND), none()),
            row(Verdict.NOBODY_JOINED, 0.65, of(ENDED_LONG_AGO, NO_REPORT), of(DATA_FOUND, CALL_RECORD_FOUND), none()),
            row(Verdict.NOT_RECORDED, 0.85, of(ENDED_LONG_AGO, NO_RECORDING), of(DATA_FOUND), of(CALL_RECORD_FOUND)),
            row(Verdict.NOT_RECORDED, 0.7, of(ENDED_LONG_AGO, NO_TRANSCRIPT), of(DATA_FOUND), of(CALL_RECORD_FOUND)));

    private Causes() {}

    private static Row row(Verdict verdict, double strength, Set<Signal> when, Set<Signal> unless, Set<Signal> more) {
        return new Row(verdict, strength, when, unless, more);
    }

    private static Set<Signal> of(Signal first, Signal... rest) {
        return EnumSet.of(first, rest);
    }

    private static Set<Signal> none() {
        return EnumSet.noneOf(Signal.class);
    }
}
