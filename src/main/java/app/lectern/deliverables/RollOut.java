package app.lectern.deliverables;

import app.lectern.integrations.Integration;
import app.lectern.problems.ProblemException;
import java.util.EnumMap;
import java.util.Map;

/// The list that ticks itself while the due dates are brought to everybody.
public final class RollOut {
    /// OPEN is yours to do, BY_HAND is done outside Lectern and never ticked.
    public enum State { DONE, OPEN, UNKNOWN, BY_HAND }

    private final Deliverables deliverables;
    private final TestDate test;
    private final CalendarSharing sharing;

    public RollOut(Deliverables deliverables, TestDate test, CalendarSharing sharing) {
        this.deliverables = deliverables;
        this.test = test;
        this.sharing = sharing;
    }

    /// In the order of the steps; with individual calendars there is nothing to make or to share.
    public Map<RollOutStep, State> of(Integration of) {
        var settings = deliverables.settings(of);
        var steps = new EnumMap<RollOutStep, State>(RollOutStep.class);
        boolean mailbox = hasMailbox(of);
        steps.put(RollOutStep.MAILBOX, done(mailbox));
        boolean shared = settings.mode() == CalendarMode.SHARED;
        if (shared) {
            steps.put(RollOutStep.CALENDAR, done(!settings.calendarId().isEmpty()));
        }
        steps.put(RollOutStep.TEST, done(test.lastGood(of).isPresent()));
        steps.put(RollOutStep.DATES, done(settings.lastApplied().isPresent()));
        if (shared) {
            steps.put(RollOutStep.SHARED, mailbox && !settings.calendarId().isEmpty() ? shared(of) : State.OPEN);
        }
        steps.put(RollOutStep.TOLD, State.BY_HAND);
        return steps;
    }

    private static State done(boolean done) {
        return done ? State.DONE : State.OPEN;
    }

    private boolean hasMailbox(Integration of) {
        try {
            return !deliverables.mailbox(of).isEmpty();
        } catch (ProblemException none) {
            return false;
        }
    }

    /// With somebody, or with the organisation.
    private State shared(Integration of) {
        try {
            return done(sharing.list(of).stream().anyMatch(share -> share.isOrganisation() ? share.mayRead() : share.removable()));
        } catch (ProblemException unreadable) {
            return State.UNKNOWN;
        }
    }
}
