package app.lectern.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.accounts.OrganiserDirectory;
import app.lectern.demo.school.MeetingKind;
import app.lectern.graph.About;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.CalendarOwners;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.Organiser;
import app.lectern.meetings.planning.MeetingGuard.Risk;
import app.lectern.meetings.planning.MeetingGuard.Risky;
import app.lectern.words.BodyText;
import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.ItemBody;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Coming meetings whose link leads nowhere that can be read later, found in real calendars of the demo tenant and converted.
class MeetingGuardTest {
    @TempDir
    Path folder;
    private SlotBench bench;
    private MeetingGuard guard;

    @BeforeEach
    void open() {
        bench = new SlotBench(folder);
        var room = bench.room;
        var owners = new CalendarOwners(new OrganiserDirectory(room.access::session), room.access, room.store);
        owners.choose(bench.integration, List.of(new Organiser(room.idOf(SlotBench.MARTA), SlotBench.MARTA, "Marta Kowalska")));
        guard = new MeetingGuard(room.store, room.access::session, owners, bench.scheduler, room.clock);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<Risky> look() throws InterruptedException {
        return guard.look(bench.integration, Duration.ofDays(14), Progress.NONE);
    }

    /// An appointment in Marta's calendar into whose text somebody put a link.
    private void appointment(String subject, String text) {
        var start = bench.room.clock.instant().plus(Duration.ofDays(6)).truncatedTo(ChronoUnit.HOURS);
        var event = new Event();
        event.setSubject(subject);
        event.setStart(utc(start));
        event.setEnd(utc(start.plus(Duration.ofHours(1))));
        var body = new ItemBody();
        body.setContentType(BodyType.Html);
        body.setContent(BodyText.toHtml(text));
        event.setBody(body);
        bench.room.access.session(bench.integration).ask(About.of("Test"),
                client -> client.users().byUserId(bench.room.idOf(SlotBench.MARTA)).events().post(event));
    }

    private static DateTimeTimeZone utc(Instant moment) {
        var time = new DateTimeTimeZone();
        time.setDateTime(moment.toString().replace("Z", ""));
        time.setTimeZone("UTC");
        return time;
    }

    private String link(String organiser, MeetingKind kind, String subject) {
        var school = bench.room.tenant.school();
        return school.exclusively(() -> {
            var now = bench.room.clock.instant();
            return school.meetings().make(school.people().find(organiser).orElseThrow(), kind, subject, now, now.plus(Duration.ofHours(1)), now).joinUrl();
        });
    }

    @Test
    void meetingsWithTheirOwnLinkAreNoRisk() throws Exception {
        bench.create(bench.lesson("Fine"));

        assertThat(look()).isEmpty();
    }

    @Test
    void instantBareAndForeignLinksAreFoundAndConverted() throws Exception {
        appointment("With an instant link", "Come here:\n" + link(SlotBench.MARTA, MeetingKind.INSTANT, "Meet now"));
        appointment("With a bare link", "Come here:\n" + link(SlotBench.MARTA, MeetingKind.LINK_ONLY, "Bare"));
        appointment("With Daniel's link", "Come here:\n" + link(SlotBench.DANIEL, MeetingKind.SCHEDULED, "Daniel's"));
        appointment("Without any link", "Bring cake.");
        var bare = bench.create(bench.lesson("Planned as a link").withWay(Way.LINK_ONLY).withAttendees(List.of(new Attendee(SlotBench.AMINA, "", true))));

        var found = look();
        assertThat(found).extracting(each -> each.subject() + " " + each.risk()).containsExactlyInAnyOrder("With an instant link " + Risk.INSTANT,
                "With a bare link " + Risk.LINK_ONLY, "With Daniel's link " + Risk.FOREIGN, "Planned as a link " + Risk.LINK_ONLY);

        var results = guard.convert(bench.integration, found, Progress.NONE);
        assertThat(results.slots()).hasSize(4).allSatisfy(slot -> {
            assertThat(slot.problem()).isEmpty();
            assertThat(slot.state()).isEqualTo(MeetingState.CREATED);
            assertThat(bench.event(slot.planned().subject()).meeting().joinUrl()).isEqualTo(slot.joinUrl());
        });
        var converted = bench.event("With an instant link");
        assertThat(converted.body()).contains("Come here:").contains(converted.meeting().joinUrl()).doesNotContain("/meet/");
        assertThat(bench.online(bare)).as("the bare link is gone").isEmpty();
        assertThat(look()).isEmpty();
        assertThat(results.slots()).extracting(Slot::onlineMeetingId).doesNotContain("");
    }
}
