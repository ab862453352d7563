package app.lectern.chats;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.Capability;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.store.Store;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncPart;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/// The sync of chats and shared files. Without the permission both facets are off, which is no failure: nobody has to let an
/// app read chats.
public final class ChatSync implements SyncPart {
    /// Ended meetings are looked at again this long; people write after a meeting too.
    private static final Duration FRESH = Duration.ofDays(3);
    private static final Duration EVERYTHING = Duration.ofDays(60);

    private final KnownMeetings meetings;
    private final Function<Integration, GraphSession> sessions;
    private final ChatsStore store;
    private final Clock clock;

    public ChatSync(KnownMeetings meetings, Function<Integration, GraphSession> sessions, Store store, Clock clock) {
        this.meetings = meetings;
        this.sessions = sessions;
        this.store = new ChatsStore(store);
        this.clock = clock;
    }

    @Override
    public Set<Facet> facets() {
        return Set.of(Facet.CHAT, Facet.FILES);
    }

    @Override
    public Set<Capability> jobs() {
        return Set.of(Capability.READ_CHATS);
    }

    @Override
    public void sync(SyncOrder order, SyncTally tally, Progress progress) throws InterruptedException {
        var graph = new ChatsGraph(sessions.apply(order.integration()));
        for (var meeting : wanted(order)) {
            progress.checkpoint();
            if (!one(order, meeting, graph, tally, progress)) {
                tally.off(facets());
                return;
            }
        }
    }

    /// One meeting per chat: a series has a single one.
    private List<Meeting> wanted(SyncOrder order) {
        var now = clock.instant();
        var found = switch (order.scope()) {
            case SyncScope.Everything all -> meetings.ended(order.integration(), now.minus(EVERYTHING), now);
            case SyncScope.Ended ended -> meetings.ended(order.integration(), now.minus(order.force() ? EVERYTHING : FRESH), now);
            case SyncScope.Meetings some -> some.ids().stream().flatMap(id -> meetings.find(id).stream()).toList();
            case SyncScope.Organiser one -> meetings.ended(order.integration(), now.minus(EVERYTHING), now).stream()
                    .filter(meeting -> order.scope().includesOrganiser(meeting.organiser().address())).toList();
        };
        var byThread = new LinkedHashMap<String, Meeting>();
        found.stream().filter(ChatSync::hasChat).forEach(meeting -> byThread.put(meeting.threadId(), meeting));
        return new ArrayList<>(byThread.values());
    }

    /// What is written in a channel belongs to the channel, not to the meeting.
    private static boolean hasChat(Meeting meeting) {
        return meeting.threadId().startsWith("19:meeting_");
    }

    /// False when the permission is missing.
    private boolean one(SyncOrder order, Meeting meeting, ChatsGraph graph, SyncTally tally, Progress progress) {
        long of = order.integration().id();
        try {
            var known = order.force() ? Optional.<java.time.Instant>empty() : store.lastChange(of, meeting.threadId());
            var read = graph.changedSince(meeting, known, progress);
            tally.add(Facet.CHAT, store.keepMessages(of, meeting.threadId(), read.messages()));
            tally.add(Facet.FILES, store.keepFiles(of, meeting.threadId(), read.files()));
            if (read.messages().isEmpty()) {
                tally.unchanged(Facet.CHAT);
            }
            return true;
        } catch (ProblemException refused) {
            var code = refused.problem().code();
            if (code == Problem.Code.PERMISSION_MISSING || code == Problem.Code.PERMISSION_NOT_OFFERED) {
                return false;
            }
            if (code != Problem.Code.ITEM_GONE) {
                tally.failed(Facet.CHAT, OptionalLong.of(meeting.id()), meeting.subject(), refused.problem());
            }
            return true;
        }
    }
}
