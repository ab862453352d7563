package app.lectern.integrations.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.problems.Problem.Code;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingListTest {
    private static final String TANAKA = "y.tanaka@northfield.example";

    @TempDir
    private Path folder;

    private Room room;
    private Integration of;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("home"));
        of = room.connected();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void anAccessPolicyIsLookedAtAgainUntilItWorksAndThenAnnounced() {
        var arrived = new ArrayList<Wait>();
        room.waiting.onArrival(arrived::add);
        var begun = room.waiting.begin(of, WaitKind.ACCESS_POLICY, TANAKA);
        assertThat(begun.usualBy()).isEqualTo(begun.since().plus(Duration.ofMinutes(20)));
        assertThat(room.waiting.lookDue()).isEmpty();
        assertThat(room.waiting.open().getFirst().looks()).isZero();

        room.clock.advance(Duration.ofMinutes(3));
        assertThat(room.waiting.lookDue()).isEmpty();
        var looked = room.waiting.open().getFirst();
        assertThat(looked.looks()).isEqualTo(1);
        assertThat(looked.lastSeen().orElseThrow().code()).isEqualTo(Code.ACCESS_POLICY_MISSING);
        assertThat(looked.nextLook()).isEqualTo(room.clock.instant().plus(Duration.ofMinutes(3)));

        room.tenant.rules().setAccessPolicy(room.idOf(TANAKA), Set.of(of.clientId()));
        room.clock.advance(Duration.ofMinutes(3));
        assertThat(room.waiting.lookDue()).hasSize(1);
        assertThat(arrived).extracting(Wait::subject).containsExactly(TANAKA);
        assertThat(room.waiting.open()).isEmpty();
        assertThat(room.waiting.list()).hasSize(1);
        room.clock.advance(Duration.ofDays(2));
        assertThat(room.waiting.list()).isEmpty();
    }

    @Test
    void aRestartLosesNothing() {
        room.waiting.begin(of, WaitKind.ACCESS_POLICY, TANAKA);
        room.clock.advance(Duration.ofMinutes(3));
        room.waiting.lookDue();
        var before = room.waiting.open();
        room.store.close();

        try (var again = new Room(folder.resolve("home"), room.tenant)) {
            assertThat(again.waiting.open()).isEqualTo(before);
        }
    }

    @Test
    void consentAndSecretAndMailboxHaveTheirOwnLooks() {
        var consent = room.waiting.begin(of, WaitKind.CONSENT, "CallRecords.Read.All");
        var granted = room.waiting.begin(of, WaitKind.CONSENT, "Files.Read.All");
        var secret = room.waiting.begin(of, WaitKind.NEW_SECRET, "");
        var mailbox = room.waiting.begin(of, WaitKind.MAILBOX, "k.lindqvist@northfield.example");

        assertThat(room.waiting.look(consent).lastSeen().orElseThrow().code()).isEqualTo(Code.PERMISSION_MISSING);
        assertThat(room.waiting.look(granted).isOver()).isTrue();
        assertThat(room.waiting.look(secret).isOver()).isTrue();
        assertThat(room.waiting.look(mailbox).lastSeen().orElseThrow().code()).isEqualTo(Code.MAILBOX_MISSING);
    }

    @Test
    void beginningTwiceKeepsSinceWhen() {
        var first = room.waiting.begin(of, WaitKind.MAILBOX, TANAKA);
        room.clock.advance(Duration.ofMinutes(7));
        assertThat(room.waiting.begin(of, WaitKind.MAILBOX, TANAKA)).isEqualTo(first);
        assertThat(first.isLate(room.clock.instant())).isFalse();
        room.clock.advance(Duration.ofDays(1));
        assertThat(first.isLate(room.clock.instant())).isTrue();
    }

    @Test
    void looksGetRarerOnceTheUsualTimeIsLongOver() {
        room.waiting.begin(of, WaitKind.ACCESS_POLICY, TANAKA);
        room.clock.advance(Duration.ofHours(2));
        room.waiting.lookDue();
        assertThat(room.waiting.nextLook()).contains(room.clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void whatIsWaitedForGoesWithItsIntegration() {
        room.waiting.begin(of, WaitKind.MAILBOX, TANAKA);
        assertThat(room.integrations.localData(of)).containsEntry("local-data.waits", 1L);
        room.integrations.remove(of);
        assertThat(room.waiting.open()).isEmpty();
    }

    @Test
    void whatIsLaterThanMicrosoftEverNeedsIsAFaultAndLookedAtEveryHour() {
        room.waiting.begin(of, WaitKind.MAILBOX, "k.lindqvist@northfield.example");
        assertThat(room.waiting.isWaiting(of, WaitKind.MAILBOX, "k.lindqvist@northfield.example")).isTrue();
        room.clock.advance(Duration.ofHours(25));
        assertThat(room.waiting.isWaiting(of, WaitKind.MAILBOX, "k.lindqvist@northfield.example")).isFalse();
        room.waiting.lookDue();
        assertThat(room.waiting.nextLook()).contains(room.clock.instant().plus(Duration.ofHours(1)));

        assertThat(room.waiting.stop(of, WaitKind.MAILBOX, "k.lindqvist@northfield.example")).isTrue();
        assertThat(room.waiting.stop(of, WaitKind.MAILBOX, "k.lindqvist@northfield.example")).isFalse();
        assertThat(room.waiting.open()).isEmpty();
    }
}
