package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.Capability;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.sync.Facet;
import app.lectern.sync.FacetCount;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncTally;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// One sync at work: what it asks, where it counts, and what was refused so far. Organisers side by side share it.
final class SyncPass {
    private static final Set<Problem.Code> NOT_ALLOWED = EnumSet.of(Problem.Code.PERMISSION_MISSING, Problem.Code.PERMISSION_NOT_OFFERED,
            Problem.Code.CONSENT_MISSING, Problem.Code.TRANSCRIPTS_OFF);
    private static final Set<Problem.Code> NOTHING_THERE = EnumSet.of(Problem.Code.ITEM_GONE, Problem.Code.MEETING_WITHOUT_CALENDAR,
            Problem.Code.CHANNEL_MEETING, Problem.Code.DRIVE_MISSING, Problem.Code.USER_UNKNOWN);
    /// Refused so often without a single answer, a question is refused for all.
    private static final int ENOUGH = 3;

    /// What is asked of an organiser.
    enum Question {
        DRIVE, RECORDINGS, TRANSCRIPTS, CALLS, CHANNEL_MEETINGS, CHANNEL;

        Capability job() {
            return this == TRANSCRIPTS ? Capability.GET_TRANSCRIPTS : Capability.GET_RECORDINGS;
        }
    }

    /// Whoever may not read these does without them.
    private static final Set<Question> WITHOUT = EnumSet.of(Question.TRANSCRIPTS, Question.CALLS, Question.CHANNEL_MEETINGS, Question.CHANNEL);

    interface Step {
        void take() throws InterruptedException;
    }

    private final SyncOrder order;
    private final RecordingsGraph graph;
    private final SyncTally tally;
    private final Progress progress;
    private final Map<Question, Integer> refusals = new HashMap<>();

    SyncPass(SyncOrder order, RecordingsGraph graph, SyncTally tally, Progress progress) {
        this.order = order;
        this.graph = graph;
        this.tally = tally;
        this.progress = progress;
    }

    Integration of() {
        return order.integration();
    }

    SyncOrder order() {
        return order;
    }

    RecordingsGraph graph() {
        return graph;
    }

    SyncTally tally() {
        return tally;
    }

    Progress progress() {
        return progress;
    }

    /// What nobody allowed is said once; what fails is tallied; what makes going on useless is thrown. False when it is worth another
    /// try soon.
    boolean step(Question question, OptionalLong meeting, String subject, Step step) throws InterruptedException {
        if (isLeftOut(question) || isRefusedForAll(question)) {
            return true;
        }
        progress.checkpoint();
        try {
            step.take();
            answered(question);
            return true;
        } catch (ProblemException refused) {
            var problem = refused.problem();
            if (isForbidden(problem)) {
                if (refused(question) && !WITHOUT.contains(question)) {
                    tally.failed(Facet.RECORDINGS, meeting, subject, problem);
                }
            } else if (isUseless(problem.code())) {
                throw refused;
            } else if (!NOTHING_THERE.contains(problem.code())) {
                tally.failed(question == Question.TRANSCRIPTS ? Facet.TRANSCRIPTS : Facet.RECORDINGS, meeting, subject, problem);
                return false;
            }
            return true;
        }
    }

    /// Whether nobody has allowed it.
    static boolean isForbidden(Problem problem) {
        return NOT_ALLOWED.contains(problem.code());
    }

    /// Without a network or a sign-in the next organiser would only say the same.
    private static boolean isUseless(Problem.Code code) {
        return switch (code) {
            case HOST_UNKNOWN, CONNECTION_REFUSED, TLS_UNTRUSTED, PROXY_REFUSED, PROXY_SIGN_IN, SECRET_WRONG, SECRET_EXPIRED, CERTIFICATE_REFUSED,
                    APP_UNKNOWN, APP_DISABLED, TENANT_UNKNOWN, SIGN_IN_NEEDED, SIGN_IN_EXPIRED, SIGN_IN_REFUSED, TOKEN_REFUSED -> true;
            default -> false;
        };
    }

    /// The integration is not for it.
    private boolean isLeftOut(Question question) {
        return !order.integration().jobs().include(question.job());
    }

    synchronized boolean wasRefused(Question question) {
        return refusals.getOrDefault(question, 0) > 0;
    }

    /// A run of a moment ago was refused it.
    synchronized void refusedBefore(Question question) {
        refusals.merge(question, 1, Integer::sum);
    }

    private synchronized boolean isRefusedForAll(Question question) {
        return refusals.getOrDefault(question, 0) >= ENOUGH;
    }

    private synchronized void answered(Question question) {
        refusals.put(question, Integer.MIN_VALUE);
    }

    /// Whether that was the first time.
    private synchronized boolean refused(Question question) {
        return refusals.merge(question, 1, Integer::sum) == 1;
    }

    /// A facet that nobody may read and of which nothing was found elsewhere is off.
    void turnOffWhatIsNotAllowed() {
        turnOff(Question.TRANSCRIPTS, Facet.TRANSCRIPTS, wasRefused(Question.TRANSCRIPTS));
        turnOff(Question.RECORDINGS, Facet.RECORDINGS, false);
    }

    private void turnOff(Question question, Facet facet, boolean refused) {
        if ((refused || isLeftOut(question)) && FacetCount.NONE.equals(tally.counts().getOrDefault(facet, FacetCount.NONE))) {
            tally.off(Set.of(facet));
        }
    }
}
