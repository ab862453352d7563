package app.lectern.meetings.planning;

import app.lectern.jobs.Progress;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncPart;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import java.util.OptionalLong;
import java.util.Set;

/// Takes up what a program that was killed has left half done, with every sync of everything: creations, and changes of meetings.
public final class SlotUpkeep implements SyncPart {
    private final MeetingScheduler scheduler;
    private final MeetingEditor editor;

    public SlotUpkeep(MeetingScheduler scheduler, MeetingEditor editor) {
        this.scheduler = scheduler;
        this.editor = editor;
    }

    @Override
    public Set<Facet> facets() {
        return Set.of(Facet.MEETINGS);
    }

    @Override
    public void sync(SyncOrder order, SyncTally tally, Progress progress) throws InterruptedException {
        if (!(order.scope() instanceof SyncScope.Everything)) {
            return;
        }
        scheduler.resumeAbandoned(order.integration(), progress).failed().forEach(slot ->
                tally.failed(Facet.MEETINGS, OptionalLong.empty(), slot.planned().subject(), slot.problem().orElseThrow()));
        editor.finishAbandoned(order.integration(), progress);
    }
}
