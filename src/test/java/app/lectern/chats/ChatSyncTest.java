package app.lectern.chats;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.entra.AppRegistration;
import app.lectern.demo.faults.Fault;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.demo.school.MeetingKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingRows;
import app.lectern.sync.Facet;
import app.lectern.sync.FacetCount;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncTally;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Chats through the real SDK against the demo tenant.
class ChatSyncTest {
    @TempDir
    Path folder;
    private Room room;
    private OnlineMeeting held;
    private MeetingChats chats;

    @BeforeEach
    void open() {
        room = new Room(folder);
        held = room.tenant.school().meetings().all().stream()
                .filter(meeting -> meeting.kind() == MeetingKind.SCHEDULED && !meeting.sessions().isEmpty() && !meeting.end().isAfter(room.clock.instant()))
                .max(java.util.Comparator.comparing(OnlineMeeting::end)).orElseThrow();
        chats = new MeetingChats(room.store, room.words);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Integration integration(AppRegistration app) {
        var integration = room.connected(app);
        MeetingRows.insert(room.store, integration, held);
        return integration;
    }

    private SyncTally sync(Integration integration, boolean force) throws InterruptedException {
        var tally = new SyncTally();
        var part = new ChatSync(new KnownMeetings(room.store), room.access::session, room.store, room.clock);
        tally.lookedAt(part.facets());
        part.sync(new SyncOrder(integration, new app.lectern.sync.SyncScope.Everything(), force), tally, Progress.NONE);
        return tally;
    }

    @Test
    void messagesAndFilesAreListedAndASecondSyncReadsNothingNew() throws Exception {
        var integration = integration(room.tenant.apps().complete());
        var meeting = new KnownMeetings(room.store).byThread(integration, held.threadId()).getFirst();

        var first = sync(integration, false);

        var messages = chats.messages(integration, meeting);
        assertThat(messages).isNotEmpty().first().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Good morning, can everybody see the slides?");
            assertThat(message.author()).isEqualTo(held.organiser().displayName());
        });
        assertThat(first.counts().get(Facet.CHAT).created()).isEqualTo(messages.size());
        assertThat(chats.text(integration, meeting)).contains(held.subject(), "Good morning");

        room.tenant.requests().clear();
        var second = sync(integration, false);
        assertThat(second.counts()).containsEntry(Facet.CHAT, new FacetCount(0, 0, 1, 0, 0)).containsEntry(Facet.FILES, FacetCount.NONE);
        assertThat(sync(integration, true).counts().get(Facet.CHAT).created()).isZero();
    }

    @Test
    void withoutThePermissionTheFacetIsOffAndNothingFails() throws Exception {
        var tally = sync(integration(room.tenant.apps().lectern()), false);

        assertThat(tally.counts()).doesNotContainKeys(Facet.CHAT, Facet.FILES);
        assertThat(tally.failures()).isEmpty();
    }

    @Test
    void oneChatThatCannotBeReadIsNamedAndTheRestGoesOn() throws Exception {
        var integration = integration(room.tenant.apps().complete());
        room.tenant.faults().graph("GET", "/chats/*/messages").times(1).with(Fault.empty(400));

        var tally = sync(integration, false);

        assertThat(tally.failures()).singleElement().satisfies(failure -> assertThat(failure.subject()).isEqualTo(held.subject()));
    }

    @Test
    void markupBecomesLines() {
        assertThat(MessageText.of("<p>Page&nbsp;42 &amp; more</p>\n<p>two<br/>three</p><attachment id=\"x\"></attachment>"))
                .isEqualTo("Page 42 & more\n two\nthree");
        assertThat(MessageText.of("5 &lt; 6 &#128077; &#x1F44D; &unknown;")).isEqualTo("5 < 6 👍 👍 &unknown;");
        assertThat(MessageText.of("<p>a</p><p></p><p></p><p></p><p>b</p>")).isEqualTo("a\n\nb");
    }
}
