package app.lectern.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.meetings.InvitationAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollCallTest {
    private static final Instant NINE = Instant.parse("2026-11-18T09:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final String MARTA = "marta@x.example";

    private static Instant at(int minute, int second) {
        return NINE.plus(Duration.ofMinutes(minute)).plusSeconds(second);
    }

    private static Told told(AttendanceSource source, Presence... presences) {
        return new Told(new Report(1, source, source.name(), NINE, TEN, presences.length, TEN, Report.Origin.NONE), List.of(presences));
    }

    private static Presence presence(String name, String email, long stated, Stay... stays) {
        return new Presence(new Who(email.isEmpty() ? "" : "id-" + email, email, name), "Attendee", Duration.ofSeconds(stated), List.of(stays), true);
    }

    private static RollCall.Result call(List<Invitee> invited, AttendanceRules rules, Told... told) {
        return RollCall.of(new RollCall.Asked(NINE, TEN, MARTA, invited, rules), List.of(told));
    }

    private static RollCall.Result call(Told... told) {
        return call(List.of(), AttendanceRules.USUAL, told);
    }

    @Test
    void devicesThatOverlapCountOnceAndTeamsOwnTotalStandsBeside() {
        var omar = call(told(AttendanceSource.API, presence("Omar", "omar@x.example", 5400, new Stay(at(0, 0), at(60, 0)), new Stay(at(10, 0), at(40, 0)))))
                .participants().getFirst();
        assertThat(omar.total()).isEqualTo(Duration.ofHours(1));
        assertThat(omar.stated()).isEqualTo(Duration.ofMinutes(90));
        assertThat(omar.differs()).isTrue();
        assertThat(omar.share()).isEqualTo(1);
    }

    @Test
    void someoneWhoCameBackIsOnePersonWithTwoSessionsAcrossReports() {
        var first = told(AttendanceSource.API, presence("Aisha", "aisha@x.example", 600, new Stay(at(0, 0), at(10, 0))));
        var second = new Told(new Report(2, AttendanceSource.API, "second", at(30, 0), TEN, 1, TEN, Report.Origin.NONE),
                List.of(presence("Aisha B.", "aisha@x.example", 1200, new Stay(at(40, 0), at(60, 0)))));
        var people = call(first, second).participants();
        assertThat(people).hasSize(1);
        assertThat(people.getFirst().time().sessions()).isEqualTo(2);
        assertThat(people.getFirst().total()).isEqualTo(Duration.ofMinutes(30));
        assertThat(people.getFirst().rule()).isEqualTo(MatchRule.OBJECT_ID);
    }

    @Test
    void lateAndLeftEarlyBeginAfterTheGrace() {
        var result = call(told(AttendanceSource.API, presence("A", "a@x.example", 0, new Stay(at(5, 0), at(55, 0))),
                presence("B", "b@x.example", 0, new Stay(at(5, 1), at(54, 59)))));
        assertThat(result.participants()).extracting(Participant::late).containsExactly(false, true);
        assertThat(result.participants()).extracting(Participant::leftEarly).containsExactly(false, true);
    }

    @Test
    void whoeverDeclinedIsExcusedUnlessTheyCameAfterAll() {
        var invited = List.of(new Invitee("a@x.example", "A", true, InvitationAnswer.DECLINED), new Invitee("b@x.example", "B", true, InvitationAnswer.DECLINED),
                new Invitee("c@x.example", "C", true, InvitationAnswer.ACCEPTED), new Invitee("d@x.example", "D", true, InvitationAnswer.TENTATIVE));
        var result = call(invited, AttendanceRules.USUAL, told(AttendanceSource.API, presence("A", "a@x.example", 0, new Stay(NINE, TEN))));
        assertThat(result.excused()).extracting(Invitee::address).containsExactly("b@x.example");
        assertThat(result.noShows()).extracting(Invitee::address).containsExactly("c@x.example", "d@x.example");
    }

    @Test
    void noShowsAreThoseInvitedWhoNeverCameByAddressThenByName() {
        var invited = List.of(new Invitee("a@x.example", "A", true), new Invitee("b@home.example", "Bea Brown", true),
                new Invitee("c@x.example", "C", true), new Invitee(MARTA, "Marta", true));
        var result = call(invited, AttendanceRules.USUAL, told(AttendanceSource.API, presence("Other name", "a@x.example", 0, new Stay(NINE, TEN)),
                presence("bea brown", "", 0, new Stay(NINE, TEN)), presence("Stranger", "s@y.example", 0, new Stay(NINE, TEN))));
        assertThat(result.noShows()).extracting(Invitee::address).containsExactly("c@x.example");
        assertThat(result.unexpected()).extracting(person -> person.who().name()).containsExactly("Stranger");
        assertThat(result.unexpected().getFirst().kind()).isEqualTo(PersonKind.GUEST);
    }

    @Test
    void withoutAnyReportNobodyIsANoShow() {
        var result = call(List.of(new Invitee("a@x.example", "A", true)), AttendanceRules.USUAL);
        assertThat(result.isKnown()).isFalse();
        assertThat(result.noShows()).isEmpty();
    }

    @Test
    void attendedIsByPercentOrByMinutes() {
        var half = told(AttendanceSource.API, presence("A", "a@x.example", 0, new Stay(NINE, at(30, 0))));
        assertThat(call(List.of(), new AttendanceRules(50, true, Duration.ZERO), half).participants().getFirst().attended()).isTrue();
        assertThat(call(List.of(), new AttendanceRules(51, true, Duration.ZERO), half).participants().getFirst().attended()).isFalse();
        assertThat(call(List.of(), new AttendanceRules(30, false, Duration.ZERO), half).participants().getFirst().attended()).isTrue();
        assertThat(call(List.of(), new AttendanceRules(31, false, Duration.ZERO), half).participants().getFirst().attended()).isFalse();
    }

    @Test
    void aSummaryCountsByItsOwnTotalButNeverForMoreThanFirstToLast() {
        var summary = new Presence(new Who("", "a@x.example", "A"), "", Duration.ofSeconds(1009), List.of(new Stay(NINE, at(40, 0))), false);
        assertThat(call(told(AttendanceSource.CSV, summary)).participants().getFirst().total()).isEqualTo(Duration.ofSeconds(1009));
        var boast = new Presence(new Who("", "a@x.example", "A"), "", Duration.ofHours(5), List.of(new Stay(NINE, at(40, 0))), false);
        assertThat(call(told(AttendanceSource.CSV, boast)).participants().getFirst().total()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void aTotalWithoutIntervalsIsNotZero() {
        assertThat(call(told(AttendanceSource.API, presence("A", "a@x.example", 1009))).participants().getFirst().total()).isEqualTo(Duration.ofSeconds(1009));
    }

    @Test
    void theMostTrustedSourceSpeaksAndTheOthersAreNamed() {
        var result = call(told(AttendanceSource.MANUAL, presence("A", "a@x.example", 0, new Stay(NINE, TEN))),
                told(AttendanceSource.API, presence("A", "a@x.example", 0, new Stay(NINE, at(20, 0)))),
                told(AttendanceSource.MANUAL, presence("B", "b@x.example", 0, new Stay(NINE, TEN))));
        assertThat(result.participants()).extracting(Participant::source).containsExactly(AttendanceSource.API, AttendanceSource.MANUAL);
        assertThat(result.participants().getFirst().sources()).containsExactlyInAnyOrder(AttendanceSource.API, AttendanceSource.MANUAL);
        assertThat(result.participants().getFirst().total()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void telephonesAndAnonymousGuestsAreToldFromMembers() {
        var result = call(told(AttendanceSource.API, presence("+44 1632 960123", "", 0, new Stay(NINE, TEN)), presence("Mrs Haddad (Guest)", "", 0, new Stay(NINE, TEN)),
                presence("Omar", "omar@x.example", 0, new Stay(NINE, TEN))));
        assertThat(result.participants()).extracting(Participant::kind)
                .containsExactlyInAnyOrder(PersonKind.TELEPHONE, PersonKind.ANONYMOUS, PersonKind.MEMBER);
    }

    @Test
    void aMeetingHeldShorterThanPlannedIsMeasuredByWhatWasHeld() {
        var report = new Told(new Report(1, AttendanceSource.API, "r", at(10, 0), at(40, 0), 1, TEN, Report.Origin.NONE),
                List.of(presence("A", "a@x.example", 0, new Stay(at(10, 0), at(40, 0)))));
        var person = call(report).participants().getFirst();
        assertThat(person.share()).isEqualTo(1);
        assertThat(person.late()).isFalse();
        assertThat(person.leftEarly()).isFalse();
    }

    @Test
    void theCrowdHasItsMostAndItsFirstMoment() {
        var result = call(told(AttendanceSource.API, presence("A", "a@x.example", 0, new Stay(NINE, TEN)), presence("B", "b@x.example", 0, new Stay(at(3, 0), at(50, 0)))));
        assertThat(result.crowd().most()).isEqualTo(new Crowd.Step(at(3, 0), 2));
        assertThat(result.average()).isEqualTo(Duration.ofMinutes(53).plusSeconds(30));
    }
}
