package app.lectern.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.accounts.AccountText;
import app.lectern.accounts.AccountVerifier;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.diagnosis.verdict.Signal;
import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.graph.About;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.Event;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is pasted as a bare id: a call’s own, or that of an event behind which stands no meeting.
class MeetingDiagnosisTest {
    private static final String MARTA = "marta.kowalska@northfield.example";

    @TempDir
    Path folder;
    private Room room;
    private Integration integration;
    private MeetingDiagnosis diagnosis;

    @BeforeEach
    void open() {
        room = new Room(folder);
        integration = room.connected(room.tenant.apps().complete());
        diagnosis = new MeetingDiagnosis(room.access, new MeetingDiagnosis.Verifier(new AccountVerifier(room.access::session, room.store, room.clock, pause -> {}),
                new AccountText(room.words)), new ErrorExplainer(), room.clock, room.words);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Diagnosis diagnose(String pasted, String organiser, Question question) throws InterruptedException {
        return diagnosis.diagnose(integration, new MeetingDiagnosis.Request(pasted, organiser, question), Progress.NONE, found -> {});
    }

    private static ProbeResult probe(Diagnosis of, ProbeKind kind) {
        return of.probes().stream().filter(result -> result.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void theIdOfACallLeadsToItsRecordWhichHasNoLink() throws InterruptedException {
        var start = room.clock.instant();
        var call = room.tenant.school().control().call(MARTA, start, start.plus(Duration.ofMinutes(20)));
        room.clock.advance(Duration.ofHours(3));

        var found = diagnose(call, "", Question.RECORDING);

        var record = probe(found, ProbeKind.CALL_RECORDS);
        assertThat(record.request()).endsWith("/communications/callRecords/" + call);
        assertThat(record.signals()).containsExactlyInAnyOrder(Signal.CALL_RECORD_FOUND, Signal.CALL_WITHOUT_LINK);
        assertThat(found.facts().organiserId()).as("the record names who called").isEqualTo(room.idOf(MARTA));
        assertThat(found.judgement().verdict()).isEqualTo(Verdict.AD_HOC_CALL);
    }

    @Test
    void anIdThatIsNoCallsSaysSoAndPointsNowhere() throws InterruptedException {
        var record = probe(diagnose("11111111-2222-3333-4444-555555555555", MARTA, Question.RECORDING), ProbeKind.CALL_RECORDS);

        assertThat(record.status()).isEqualTo(404);
        assertThat(record.signals()).isEmpty();
        assertThat(record.meaning()).contains("30 days");
    }

    @Test
    void anEventBehindWhichStandsNoMeetingHasNoLinkThatCouldWork() throws InterruptedException {
        var event = new Event();
        event.setSubject("Without a link");
        event.setStart(time(1));
        event.setEnd(time(2));
        var made = room.access.session(integration).ask(About.of("Test"), client -> client.users().byUserId(room.idOf(MARTA)).events().post(event));

        var found = diagnose(made.getId(), MARTA, Question.LINK);

        assertThat(probe(found, ProbeKind.EVENT_BY_ID).signals()).containsExactly(Signal.EVENT_WITHOUT_LINK);
        assertThat(found.judgement().verdict()).isEqualTo(Verdict.LINK_GONE);
    }

    private DateTimeTimeZone time(int hours) {
        var time = new DateTimeTimeZone();
        time.setDateTime(room.clock.instant().plus(Duration.ofHours(hours)).toString().replace("Z", ""));
        time.setTimeZone("UTC");
        return time;
    }
}
