package app.lectern.integrations.setup;

import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Makes a real meeting in the organiser's calendar, so that a person can see it and join it, and removes it again.
public final class TestMeetings {
    private static final int LOOKS = 6;

    private final IntegrationAccess access;
    private final Words words;
    private final Clock clock;

    public TestMeetings(IntegrationAccess access, Words words, Clock clock) {
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    /// Tomorrow at the same time, a quarter of an hour, nobody invited, shown as free. Throws a ProblemException when Microsoft
    /// made an event without a Teams meeting, which it does without complaint for organisers who may not have one.
    public TestMeeting make(Integration of, String organiser, Progress progress) throws InterruptedException {
        var graph = new MeetingGraph(access.session(of));
        var start = clock.instant().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
        var end = start.plus(15, ChronoUnit.MINUTES);
        long began = System.nanoTime();
        var subject = words.text("test-meeting.subject");
        var made = graph.make(organiser, subject, words.text("test-meeting.body"), start, end, UUID.randomUUID().toString());
        try {
            var whole = withLink(graph, organiser, made, progress);
            return new TestMeeting(organiser, made.id(), subject, start, end, whole.joinLink(),
                    Duration.ofNanos(System.nanoTime() - began));
        } catch (ProblemException | InterruptedException failed) {
            removeQuietly(graph, organiser, made.id(), failed);
            throw failed;
        }
    }

    /// Microsoft may fill the link in some seconds later.
    private static MeetingGraph.Made withLink(MeetingGraph graph, String organiser, MeetingGraph.Made made, Progress progress) throws InterruptedException {
        var seen = made;
        for (int look = 1; ; look++) {
            if (!seen.online()) {
                throw Problem.of(Code.TEAMS_LINK_MISSING).with("account", organiser).raise();
            }
            if (!seen.joinLink().isEmpty()) {
                return seen;
            }
            if (look == LOOKS) {
                throw Problem.of(Code.TEAMS_LINK_MISSING).with("account", organiser).raise();
            }
            progress.checkpoint();
            Thread.sleep(Duration.ofSeconds(1L << (look - 1)));
            seen = graph.read(organiser, made.id());
        }
    }

    /// Removes it; one that is gone already is fine.
    public void remove(Integration of, TestMeeting meeting) {
        try {
            new MeetingGraph(access.session(of)).remove(meeting.organiser(), meeting.eventId());
        } catch (ProblemException gone) {
            if (gone.problem().code() != Code.ITEM_GONE) {
                throw gone;
            }
        }
    }

    private static void removeQuietly(MeetingGraph graph, String organiser, String id, Exception because) {
        try {
            graph.remove(organiser, id);
        } catch (ProblemException left) {
            because.addSuppressed(left);
        }
    }
}
