package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.School;
import app.lectern.demo.school.Session;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchoolSeedTest {
    private static final Instant NOW = Instant.parse(DemoGraph.NOW);
    private static final DemoOptions STANDARD = DemoOptions.standard(Clock.fixed(NOW, ZoneOffset.UTC));

    private static School school(DemoOptions options) {
        return new School(options, TenantIdentity.NORTHFIELD);
    }

    private static Stream<Session> sessions(School school) {
        return school.meetings().all().stream().flatMap(meeting -> meeting.sessions().stream());
    }

    @Test
    void equalSeedsMakeEqualSchoolsAndOthersOther() {
        var first = school(STANDARD).meetings().all().stream().map(meeting -> meeting.id() + meeting.subject()).toList();
        assertThat(school(STANDARD).meetings().all().stream().map(meeting -> meeting.id() + meeting.subject()))
                .containsExactlyElementsOf(first);
        assertThat(school(STANDARD.withSeed(2)).meetings().all().stream().map(meeting -> meeting.id() + meeting.subject()))
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void smallSchoolHasEveryKindOfMeeting() {
        var school = school(STANDARD);
        var meetings = school.meetings().all();
        var series = meetings.stream().filter(meeting -> meeting.kind() == MeetingKind.RECURRING).count();
        assertThat(meetings.size() - school.cases().planted().size() - series + 4 * series).as("occurrences counted one by one").isEqualTo(120);
        for (var kind : MeetingKind.values()) {
            assertThat(meetings).anyMatch(meeting -> meeting.kind() == kind);
        }
        assertThat(meetings.stream().map(meeting -> meeting.joinUrl().contains("/meet/")).distinct()).hasSize(2);
        assertThat(school.deliverables()).hasSize(30).anyMatch(deliverable -> deliverable.due() == null);
        assertThat(school.people().all()).hasSize(40);
    }

    @Test
    void sundayHasItsSevenMeetingsToo() {
        var sunday = DemoOptions.standard(Clock.fixed(Instant.parse("2026-11-22T09:42:00Z"), ZoneOffset.UTC));
        assertThat(school(sunday).meetings().all().stream()
                .filter(meeting -> meeting.kind() != MeetingKind.AD_HOC && meeting.kind() != MeetingKind.CHANNEL)
                .filter(meeting -> meeting.start().toString().startsWith("2026-11-22"))).hasSize(7);
    }

    @Test
    void largestSchoolIsWholeAndItsLastRecordingReadable() {
        var school = school(STANDARD.withSizes(DemoOptions.Sizes.LARGEST));
        assertThat(school.people().all()).hasSize(10_000);
        assertThat(sessions(school).filter(session -> session.recording() != null).count()).isEqualTo(200_000);
        assertThat(sessions(school).filter(session -> session.hasRecording(NOW)).count()).isGreaterThan(199_000);
        var last = sessions(school).filter(session -> session.hasRecording(NOW)).reduce((one, other) -> other).orElseThrow();
        assertThat(last.recording().hash()).hasSize(28);
        assertThat(school.attendance().of(last).size()).isGreaterThan(10);
        assertThat(school.meetings().find(last.meeting().id())).contains(last.meeting());
        assertThat(school.meetings().findByLink(last.meeting().joinUrl())).contains(last.meeting());
    }
}
