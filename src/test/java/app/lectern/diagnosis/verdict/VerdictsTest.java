package app.lectern.diagnosis.verdict;

import static app.lectern.diagnosis.verdict.Signal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of evidence, row by row and in combination.
class VerdictsTest {
    private static Arguments row(Verdict verdict, double least, double most, Signal... seen) {
        return Arguments.of(Set.of(seen), verdict, least, most);
    }

    static Stream<Arguments> combinations() {
        return Stream.of(
                // one strong sign
                row(Verdict.SCHEDULED, 0.95, 0.95, TYPE_SCHEDULED),
                row(Verdict.SCHEDULED, 0.95, 0.95, TYPE_RECURRING),
                row(Verdict.INSTANT, 0.95, 0.95, TYPE_MEETNOW),
                row(Verdict.AD_HOC_CALL, 0.95, 0.95, TYPE_ADHOC),
                row(Verdict.LIVE_EVENT, 0.95, 0.95, TYPE_BROADCAST),
                row(Verdict.SCHEDULED, 0.95, 0.95, EVENT_FOUND),
                row(Verdict.CHANNEL, 0.95, 0.95, CHANNEL_THREAD),
                row(Verdict.CHANNEL, 0.9, 0.9, CHANNEL_REFUSED),
                row(Verdict.CHANNEL, 0.9, 0.9, EVENT_IN_GROUP),
                row(Verdict.LINK_ONLY, 0.95, 0.95, EXTERNAL_ID),
                row(Verdict.AD_HOC_CALL, 0.9, 0.9, CALL_PEER_TO_PEER),
                row(Verdict.AD_HOC_CALL, 0.9, 0.9, CHAT_IS_CALL),
                row(Verdict.AD_HOC_CALL, 0.9, 0.9, CALL_WITHOUT_LINK),
                row(Verdict.SCHEDULED, 0.9, 0.9, CHAT_WITH_EVENT),
                // strong signs that agree
                row(Verdict.SCHEDULED, 0.96, 0.98, TYPE_SCHEDULED, EVENT_FOUND),
                row(Verdict.SCHEDULED, 0.97, 0.99, TYPE_RECURRING, EVENT_FOUND, CHAT_WITH_EVENT, PRIVATE_THREAD),
                row(Verdict.CHANNEL, 0.95, 0.99, CHANNEL_THREAD, TYPE_SCHEDULED, EVENT_FOUND),
                row(Verdict.INSTANT, 0.95, 0.99, TYPE_MEETNOW, NO_ICAL_UID, PRIVATE_THREAD),
                row(Verdict.INSTANT, 0.95, 0.99, TYPE_MEETNOW, MEETING_FOUND, NO_EVENT, CHAT_WITHOUT_EVENT),
                row(Verdict.LINK_ONLY, 0.9, 0.95, TYPE_SCHEDULED, NO_ICAL_UID),
                row(Verdict.LINK_ONLY, 0.95, 0.99, TYPE_SCHEDULED, EXTERNAL_ID),
                // strong signs that contradict
                row(Verdict.UNKNOWN, 0, 0, TYPE_MEETNOW, EVENT_FOUND),
                row(Verdict.UNKNOWN, 0, 0, CHANNEL_THREAD, TYPE_MEETNOW),
                row(Verdict.UNKNOWN, 0, 0, TYPE_ADHOC, CHANNEL_THREAD),
                row(Verdict.UNKNOWN, 0, 0, EXTERNAL_ID, EVENT_FOUND),
                // a strong one with weak ones against it
                row(Verdict.SCHEDULED, 0.85, 0.94, EVENT_FOUND, CHAT_WITHOUT_EVENT),
                // shapes and nothing
                row(Verdict.UNKNOWN, 0, 0),
                row(Verdict.UNKNOWN, 0, 0, SHAPE_SHORT),
                row(Verdict.UNKNOWN, 0, 0, SHAPE_ZERO),
                row(Verdict.UNKNOWN, 0, 0, SHAPE_ZERO, PRIVATE_THREAD),
                row(Verdict.UNKNOWN, 0, 0, PRIVATE_THREAD),
                row(Verdict.UNKNOWN, 0, 0, NO_EVENT),
                row(Verdict.UNKNOWN, 0, 0, CHAT_WITHOUT_EVENT),
                // weak signs alone, and agreeing: never above 0.75
                row(Verdict.INSTANT, 0.5, 0.5, MEETING_UNKNOWN),
                row(Verdict.INSTANT, 0.55, 0.75, MEETING_UNKNOWN, NO_EVENT),
                row(Verdict.INSTANT, 0.6, 0.75, MEETING_UNKNOWN, NO_EVENT, CHAT_WITHOUT_EVENT, MADE_AT_START),
                row(Verdict.LINK_ONLY, 0.6, 0.75, TYPE_SCHEDULED, NO_EVENT),
                // the conference of three refusals: 404 online meeting, 400 event, 403 call records, and "/0"
                row(Verdict.INSTANT, 0.5, 0.5, SHAPE_ZERO, ROLE_PRESENT, MEETING_UNKNOWN, EVENT_ID_MALFORMED, CALL_RECORDS_REFUSED),
                row(Verdict.UNKNOWN, 0, 0, SHAPE_ZERO, EVENT_ID_MALFORMED, CALL_RECORDS_REFUSED),
                // who and where
                row(Verdict.OTHER_TENANT, 0.9, 0.95, FOREIGN_TENANT),
                row(Verdict.OTHER_TENANT, 0.95, 0.99, FOREIGN_TENANT, ORGANISER_UNKNOWN),
                row(Verdict.OTHER_TENANT, 0.9, 0.95, CONSUMER_LINK),
                row(Verdict.SCHEDULED, 0.9, 0.95, FOREIGN_TENANT, MEETING_FOUND, TYPE_SCHEDULED),
                row(Verdict.ORGANISER_GONE, 0.95, 0.99, ORGANISER_UNKNOWN, PRIVATE_THREAD),
                row(Verdict.WRONG_ORGANISER, 0.95, 0.95, NOT_ORGANISER, ORGANISER_FOUND),
                // rights
                row(Verdict.POLICY_MISSING, 0.95, 0.99, POLICY_REFUSED, ROLE_PRESENT),
                row(Verdict.POLICY_PROPAGATING, 0.8, 0.8, POLICY_REFUSED, POLICY_ACCEPTED, MEETING_FOUND, TYPE_SCHEDULED),
                row(Verdict.PERMISSION_MISSING, 0.96, 0.96, PERMISSION_REFUSED, ROLE_ABSENT, MEETING_FOUND, TYPE_SCHEDULED),
                row(Verdict.PERMISSION_MISSING, 0.75, 0.75, PERMISSION_REFUSED),
                row(Verdict.SCHEDULED, 0.95, 0.95, ROLE_ABSENT, TYPE_SCHEDULED, DATA_FOUND),
                row(Verdict.TRANSCRIPTS_OFF, 0.95, 0.99, TRANSCRIPTS_SWITCHED_OFF, MEETING_FOUND, TYPE_SCHEDULED),
                row(Verdict.SIGN_IN_FAILED, 0.95, 0.95, SIGN_IN_FAILED),
                row(Verdict.SERVICE_FAULT, 0.9, 0.9, SERVICE_ERROR),
                row(Verdict.SERVICE_FAULT, 0.8, 0.8, SERVICE_ERROR, MEETING_FOUND, TYPE_SCHEDULED),
                row(Verdict.SCHEDULED, 0.95, 0.99, SERVICE_ERROR, MEETING_FOUND, TYPE_SCHEDULED, DATA_FOUND),
                // what the meeting lacks
                row(Verdict.EXPIRED, 0.95, 0.95, LINK_EXPIRED, MEETING_FOUND, TYPE_SCHEDULED, NO_REPORT),
                row(Verdict.NOT_READY, 0.95, 0.99, NOT_ENDED, TYPE_SCHEDULED, MEETING_FOUND, NO_REPORT),
                row(Verdict.NOT_READY, 0.85, 0.85, ENDED_RECENTLY, NO_REPORT, TYPE_SCHEDULED, MEETING_FOUND),
                row(Verdict.NOT_READY, 0.9, 0.95, ENDED_RECENTLY, NO_REPORT, CALL_RECORD_FOUND, EVENT_FOUND),
                row(Verdict.NOBODY_JOINED, 0.92, 0.92, ENDED_LONG_AGO, NO_REPORT, NO_CALL_RECORD, TYPE_SCHEDULED),
                row(Verdict.NOBODY_JOINED, 0.65, 0.65, ENDED_LONG_AGO, NO_REPORT, TYPE_SCHEDULED),
                row(Verdict.REPORT_OFF, 0.8, 0.8, ENDED_LONG_AGO, NO_REPORT, CALL_RECORD_FOUND, TYPE_SCHEDULED),
                row(Verdict.NOT_RECORDED, 0.85, 0.95, ENDED_LONG_AGO, NO_RECORDING, EVENT_FOUND),
                row(Verdict.INSTANT, 0.95, 0.99, ENDED_LONG_AGO, NO_REPORT, TYPE_MEETNOW, NO_ICAL_UID),
                row(Verdict.LINK_ONLY, 0.9, 0.95, ENDED_LONG_AGO, TYPE_SCHEDULED, NO_ICAL_UID, DATA_FOUND));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void evidenceLeadsToItsVerdict(Set<Signal> seen, Verdict verdict, double least, double most) {
        var judged = Verdicts.judge(seen);
        assertThat(judged.verdict()).as(judged.toString()).isEqualTo(verdict);
        assertThat(judged.confidence()).as(judged.toString()).isBetween(least - 1e-9, most + 1e-9);
    }

    @Test
    void combinationsAreMany() {
        assertThat(combinations().count()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void conferenceOfThreeRefusalsSaysHowLittleItKnows() {
        var judged = Verdicts.judge(Set.of(SHAPE_ZERO, MEETING_UNKNOWN, EVENT_ID_MALFORMED, CALL_RECORDS_REFUSED));
        assertThat(judged.level()).isEqualTo(Judgement.Level.LOW);
        assertThat(judged.agreeing()).containsExactly(MEETING_UNKNOWN);
    }

    @Test
    void shapesOfLinksAreInNoTable() {
        var shapes = EnumSet.of(SHAPE_SHORT, SHAPE_ZERO);
        assertThat(Kinds.TABLE).noneMatch(row -> shapes.contains(row.when()));
        assertThat(Stream.concat(Causes.BLOCKING.stream(), Causes.LACKING.stream()))
                .noneMatch(row -> row.when().stream().anyMatch(shapes::contains) || row.more().stream().anyMatch(shapes::contains));
    }

    @Test
    void strongestSignalComesFirst() {
        var judged = Verdicts.judge(Set.of(TYPE_MEETNOW, CHAT_WITHOUT_EVENT, NO_ICAL_UID));
        assertThat(judged.agreeing()).containsExactly(TYPE_MEETNOW, NO_ICAL_UID, CHAT_WITHOUT_EVENT);
    }

    @Test
    void contradictionsShowWhatContradicts() {
        assertThat(Verdicts.judge(Set.of(TYPE_MEETNOW, EVENT_FOUND)).against()).containsExactlyInAnyOrder(TYPE_MEETNOW, EVENT_FOUND);
    }

    @Test
    void noConfidenceLeavesItsBounds() {
        var random = new java.util.Random(7);
        for (int i = 0; i < 50_000; i++) {
            var seen = EnumSet.noneOf(Signal.class);
            for (var signal : Signal.values()) {
                if (random.nextInt(6) == 0) {
                    seen.add(signal);
                }
            }
            var judged = Verdicts.judge(seen);
            assertThat(judged.confidence()).isBetween(0.0, 0.99);
            assertThat(judged.verdict() == Verdict.UNKNOWN).isEqualTo(judged.confidence() == 0);
        }
    }
}
