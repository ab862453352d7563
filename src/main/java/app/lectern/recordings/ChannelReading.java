package app.lectern.recordings;

import app.lectern.meetings.ChannelMeetings;
import app.lectern.meetings.ChannelMeetings.Trace;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.Organiser;
import app.lectern.problems.ProblemException;
import app.lectern.sync.Checkpoints;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads what meetings in the channels of teams left: their online meetings, which no calendar that is read has, and their
/// files, which lie in the team's site.
final class ChannelReading {
    private static final String ASKED = "recordings/strangers";
    private static final String READ = "recordings/channel/";
    /// A channel stays with its team.
    private static final String TEAM = "recordings/team/";
    /// Whatever turned out to be nothing of a channel is asked again so much later.
    private static final Duration AGAIN = Duration.ofDays(1);

    private final KnownMeetings meetings;
    private final ChannelMeetings ofChannels;
    private final Checkpoints checkpoints;
    private final RecordingsStore store;
    private final Placement placement;
    private final Clock clock;

    ChannelReading(KnownMeetings meetings, ChannelMeetings ofChannels, Checkpoints checkpoints, RecordingsStore store, Placement placement, Clock clock) {
        this.meetings = meetings;
        this.ofChannels = ofChannels;
        this.checkpoints = checkpoints;
        this.store = store;
        this.placement = placement;
        this.clock = clock;
    }

    /// When all were asked for, and when those that were new since.
    private record Asked(Instant all, Instant news) {
        String written() {
            return all + " " + news;
        }

        static Asked read(String written) {
            var moments = written.split(" ");
            return new Asked(Instant.parse(moments[0]), Instant.parse(moments[1]));
        }
    }

    /// Finds the meetings of recordings that belong to none.
    void meet(SyncPass pass) throws InterruptedException {
        var now = clock.instant();
        var last = checkpoints.find(pass.of(), ASKED).map(Asked::read).filter(asked -> asked.all().plus(AGAIN).isAfter(now));
        var since = last.map(Asked::news).orElse(Instant.EPOCH);
        var organisers = meetings.organisers(pass.of()).stream().collect(Collectors.toMap(Organiser::objectId, each -> each, (one, other) -> one));
        var strangers = store.strangers(pass.of().id(), since);
        boolean answered = ofChannels.find(pass.of(), strangers.stream().map(stranger -> new Trace(organisers.getOrDefault(stranger.organiserId(),
                new Organiser(stranger.organiserId(), "", stranger.organiserName())), stranger.graphMeeting(), stranger.from(), stranger.until())).toList(),
                pass.progress());
        strangers.forEach(stranger -> placement.keep(pass, stranger));
        if (answered) {
            checkpoints.keep(pass.of(), ASKED, new Asked(last.map(Asked::all).orElse(now), now).written());
        }
    }

    /// Empty where nobody may look into teams, or the organiser is in none of them with this channel.
    private Optional<String> team(SyncPass pass, Meeting meeting) {
        var name = TEAM + meeting.threadId();
        var known = checkpoints.find(pass.of(), name);
        if (known.isPresent()) {
            return known;
        }
        try {
            var found = pass.graph().teamOf(meeting);
            found.ifPresent(team -> checkpoints.keep(pass.of(), name, team));
            return found;
        } catch (ProblemException refused) {
            if (SyncPass.isForbidden(refused.problem())) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// The recordings of a channel, whichever of its meetings they are of.
    ///
    /// @param meeting the one that ended last
    void files(SyncPass pass, Meeting meeting) {
        var now = clock.instant();
        var last = checkpoints.find(pass.of(), READ + meeting.threadId()).map(Instant::parse);
        boolean awaited = pass.order().scope() instanceof SyncScope.Ended || last.filter(at -> meeting.end().isAfter(at)).isPresent();
        if (!awaited && last.isPresent() && pass.order().isFresh(last.get(), now)) {
            return;
        }
        var team = team(pass, meeting);
        if (team.isEmpty()) {
            checkpoints.keep(pass.of(), READ + meeting.threadId(), now.toString());
            return;
        }
        var seen = pass.graph().channelFiles(meeting, team.get(), pass.progress());
        seen.forEach(one -> placement.keep(pass, one, meeting.organiser()));
        var there = seen.stream().map(Seen::itemId).collect(Collectors.toSet());
        store.itemsOfChannel(pass.of().id(), meeting.threadId()).forEach((item, drive) -> {
            if (!there.contains(item) && store.remove(pass.of().id(), drive, item, clock.instant()) > 0) {
                pass.tally().removed(Facet.RECORDINGS);
            }
        });
        checkpoints.keep(pass.of(), READ + meeting.threadId(), now.toString());
    }
}
