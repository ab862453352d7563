package app.lectern.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.jobs.Progress;
import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTrailTest {
    private ActivityFixture fixture;

    @BeforeEach
    void open(@TempDir Path folder) {
        fixture = new ActivityFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private AuditEntry newest() throws InterruptedException {
        return fixture.audit.page(LogFilter.ALL, Optional.empty(), Progress.NONE).rows().getFirst();
    }

    @Test
    void anEmptyTrailIsWhole() {
        assertThat(fixture.audit.verify()).isEqualTo(new AuditVerdict(AuditVerdict.State.WHOLE, 0, 0));
    }

    @Test
    void everythingThatWasNotedIsReadBack() throws Exception {
        var problem = Problem.of(Problem.Code.MAILBOX_MISSING).with("account", "k.lindqvist@harbour.example")
                .seen(new Evidence("Microsoft Graph", 404, "MailboxNotFound", "long words", "90B3C6E5-0000-4000-8000-0000000017de"));
        var note = AuditNote.of(AuditDeed.MEETING_FAILED, "Year 10 Physics: Waves").id("AAMk1").in("7").outcome("No mailbox")
                .change("planned", "failed").failed(problem).calls("Meetings: create", ActivityFixture.NOW.minusSeconds(2));
        fixture.audit.note(note);

        var entry = newest();
        assertThat(entry.note().actor()).isEqualTo("Marcus Oyelaran");
        assertThat(entry.level()).isEqualTo(LogLevel.ERROR);
        assertThat(entry.at()).isEqualTo(ActivityFixture.NOW);
        assertThat(fixture.audit.deed(entry)).isEqualTo("Could not create meeting");
        assertThat(entry.note()).usingRecursiveComparison().ignoringFields("actor", "problem", "requestId").isEqualTo(note);
        assertThat(entry.note().requestId()).isEqualTo("90b3c6e5-0000-4000-8000-0000000017de");
        var kept = entry.note().problem().orElseThrow();
        assertThat(kept.code()).isEqualTo(Problem.Code.MAILBOX_MISSING);
        assertThat(kept.facts()).containsEntry("account", "k.lindqvist@harbour.example");
        assertThat(kept.evidence()).isEqualTo(new Evidence("Microsoft Graph", 404, "MailboxNotFound", "", problem.evidence().requestId()));
        assertThat(fixture.audit.verify().isWhole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"noted_at = DATEADD(SECOND, 1, noted_at)", "severity = 1", "actor = 'Somebody else'", "integration = '9'", "deed = 'meeting-deleted'",
        "subject = 'Another lesson'", "subject_id = 'x'", "outcome = ''", "said_before = 'x'", "said_after = 'x'", "problem = '{}'", "request_id = 'x'",
        "purpose = 'x'", "began_at = DATEADD(SECOND, 1, began_at)", "hash_before = hash", "hash = hash_before"})
    void aChangeOfAnyColumnIsFoundAtItsRow(String change) {
        fixture.deeds(5);

        fixture.sql("UPDATE audit_entry SET " + change + " WHERE id = 3");

        assertThat(fixture.audit.verify()).isEqualTo(new AuditVerdict(AuditVerdict.State.ROW_CHANGED, 2, 3));
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "5"})
    void aRemovedRowIsFoundWhereverItStood(int row) {
        fixture.deeds(5);

        fixture.sql("DELETE FROM audit_entry WHERE id = " + row);

        assertThat(fixture.audit.verify()).isEqualTo(new AuditVerdict(AuditVerdict.State.ROW_MISSING, row - 1, row));
    }

    @Test
    void anEmptiedTableIsFound() {
        fixture.deeds(5);

        fixture.sql("DELETE FROM audit_entry");

        assertThat(fixture.audit.verify()).isEqualTo(new AuditVerdict(AuditVerdict.State.ROW_MISSING, 0, 1));
    }

    @Test
    void aRowWhoseHashesWereWorkedOutAnewIsFoundAtTheNextOne() {
        fixture.deeds(3);
        fixture.sql("UPDATE audit_entry SET actor = 'Somebody else' WHERE id = 2");
        var forged = forged(2);

        fixture.sql("UPDATE audit_entry SET hash = '" + forged + "' WHERE id = 2");

        assertThat(fixture.audit.verify()).isEqualTo(new AuditVerdict(AuditVerdict.State.ROW_CHANGED, 2, 3));
    }

    @Test
    void aNewestRowWhoseHashWasWorkedOutAnewIsFoundByTheHead() {
        fixture.deeds(3);
        fixture.sql("UPDATE audit_entry SET actor = 'Somebody else' WHERE id = 3");
        var forged = forged(3);

        fixture.sql("UPDATE audit_entry SET hash = '" + forged + "' WHERE id = 3");
        assertThat(fixture.audit.verify()).isEqualTo(new AuditVerdict(AuditVerdict.State.ROW_CHANGED, 3, 3));

        fixture.sql("UPDATE audit_head SET last_hash = '" + forged + "'");
        assertThat(fixture.audit.verify().state()).isEqualTo(AuditVerdict.State.HEAD_CHANGED);
    }

    private String forged(long id) {
        var entry = fixture.audit.rows().window(LogFilter.ALL, Optional.empty(), 100).stream().filter(each -> each.id() == id).findFirst().orElseThrow();
        return AuditRow.of(entry.note(), id, entry.at(), entry.note().actor(), entry.hashBefore()).hash();
    }

    @Test
    void rowsCutOffAtTheEndTogetherWithTheHeadAreFound() {
        fixture.deeds(5);

        fixture.sql("DELETE FROM audit_entry WHERE id > 3");
        fixture.sql("UPDATE audit_head SET last_id = 3, last_hash = (SELECT hash FROM audit_entry WHERE id = 3)");

        assertThat(fixture.audit.verify().state()).isEqualTo(AuditVerdict.State.HEAD_CHANGED);
    }

    @Test
    void aHeadSetBackToTheBeginningDoesNotHideTheRows() {
        fixture.deeds(2);
        fixture.sql("UPDATE audit_head SET base_id = 0, base_hash = '', last_id = 0, last_hash = '', seal = ''");

        assertThat(fixture.audit.verify().isWhole()).isFalse();

        fixture.sql("DELETE FROM audit_head");
        assertThat(fixture.audit.verify().state()).isEqualTo(AuditVerdict.State.HEAD_CHANGED);
    }

    @Test
    void aRowPutInIsFound() {
        fixture.deeds(3);

        fixture.sql("INSERT INTO audit_entry SELECT 4, noted_at, severity, actor, integration, deed, subject, subject_id, outcome, said_before, said_after, "
                + "problem, request_id, purpose, began_at, hash, hash FROM audit_entry WHERE id = 3");

        assertThat(fixture.audit.verify()).isEqualTo(new AuditVerdict(AuditVerdict.State.ROW_ADDED, 3, 4));
    }

    @Test
    void retentionMovesTheBeginningAndTheChainStaysWhole() throws Exception {
        fixture.deeds(5);
        fixture.time.set(ActivityFixture.NOW);

        assertThat(fixture.audit.forgetOlderThan(Duration.ofMinutes(2))).isEqualTo(2);
        assertThat(newest().note().deed()).isEqualTo(AuditDeed.ACTIVITY_FORGOTTEN);
        assertThat(newest().note().actor()).isEqualTo(AuditNote.LECTERN);
        assertThat(fixture.audit.verify()).isEqualTo(new AuditVerdict(AuditVerdict.State.WHOLE, 4, 0));

        fixture.sql("DELETE FROM audit_entry WHERE id = 3");
        assertThat(fixture.audit.verify()).isEqualTo(new AuditVerdict(AuditVerdict.State.ROW_MISSING, 0, 3));
    }

    @Test
    void afterEverythingWasForgottenTheChainGoesOn() {
        fixture.deeds(3);
        fixture.time.set(ActivityFixture.NOW.plus(Duration.ofDays(100)));

        assertThat(fixture.audit.forgetOlderThan(Duration.ofDays(90))).isEqualTo(3);
        assertThat(fixture.audit.verify()).isEqualTo(new AuditVerdict(AuditVerdict.State.WHOLE, 1, 0));
        assertThat(fixture.audit.forgetOlderThan(Duration.ofDays(90))).isZero();
    }

    @Test
    void aNoteWithinATransactionThatFailsIsNotKept() {
        assertThatThrownBy(() -> fixture.store.change(handle -> {
            fixture.audit.rows().append(handle, AuditNote.of(AuditDeed.MEETING_DELETED, "Year 9 French"));
            throw new IllegalStateException("the deed failed");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(fixture.audit.count(LogFilter.ALL, 10)).isZero();
        assertThat(fixture.audit.verify().isWhole()).isTrue();
    }

    @Test
    void manyWhoNoteAtOnceMakeOneChain() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = IntStream.range(0, 8).mapToObj(thread -> threads.submit(() -> {
                for (int i = 0; i < 25; i++) {
                    fixture.audit.note(AuditNote.of(AuditDeed.SIGNED_IN, "Browser").by("Person " + thread));
                }
            })).toList();
            for (var each : working) {
                each.get(60, TimeUnit.SECONDS);
            }
        }

        assertThat(fixture.audit.verify()).isEqualTo(new AuditVerdict(AuditVerdict.State.WHOLE, 200, 0));
    }

    @Test
    void anOverlongTextIsCutAndTheChainHolds() throws Exception {
        fixture.audit.note(AuditNote.of(AuditDeed.SETTING_CHANGED, "😀".repeat(400)).change("x".repeat(9_000), "y"));

        assertThat(newest().note().subject()).hasSize(500);
        assertThat(newest().note().before()).hasSize(2_000);
        assertThat(fixture.audit.verify().isWhole()).isTrue();
    }
}
