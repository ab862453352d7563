package app.lectern.meetings.planning;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingState;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Gives a coming meeting another link. Microsoft fixes the link of an event for good, so a new meeting with the same people, times, words
/// and options takes its place, and only when that has its link the old one is cancelled with a message.
public final class LinkRenewal {
    private final MeetingEditor editor;
    private final MeetingScheduler scheduler;
    private final Clock clock;

    public LinkRenewal(MeetingEditor editor, MeetingScheduler scheduler, Clock clock) {
        this.editor = editor;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// @param fresh the meeting with the new link
    /// @param old   the one whose place it takes; with a problem when it could not be cancelled, so that both are there
    public record Renewed(Slot fresh, Slot old) {
        public boolean isWhole() {
            return old.state() == MeetingState.CANCELLED;
        }
    }

    /// What has begun keeps its link: what was recorded and who came belongs to it.
    public boolean canRenew(Slot slot) {
        return slot.hasLink() && slot.state().isHeld() && slot.planned().startsAt().isAfter(clock.instant());
    }

    public Renewed renew(Integration of, Slot slot, String message, Progress progress) throws InterruptedException {
        if (!canRenew(slot)) {
            throw Problem.of(Code.INPUT_WRONG).with("field", slot.planned().subject()).with("reason", "@slot.renew.begun").raise();
        }
        var held = editor.read(of, slot, Optional.empty()).orElseThrow(() -> Problem.of(Code.ITEM_GONE).with("item", slot.planned().subject()).raise()).held();
        var fresh = scheduler.create(of, scheduler.draft(of, held), progress).slots().getFirst();
        if (!fresh.hasLink()) {
            // the old one stays as it is; what was begun of the new one stands among the plans, with its reason
            if (!fresh.isInTenant()) {
                scheduler.discard(List.of(fresh));
            }
            throw fresh.problem().orElseGet(() -> Problem.of(Code.TEAMS_LINK_MISSING).with("account", held.organiser())).raise();
        }
        return new Renewed(fresh, scheduler.cancel(of, List.of(slot), message, progress).slots().getFirst());
    }
}
