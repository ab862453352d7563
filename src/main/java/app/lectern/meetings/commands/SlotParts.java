package app.lectern.meetings.commands;

import app.lectern.cli.CommandTree;
import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.planning.LinkRenewal;
import app.lectern.meetings.planning.MeetingEditor;
import app.lectern.meetings.planning.MeetingGuard;
import app.lectern.meetings.planning.MeetingScheduler;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.bulk.MeetingPresets;
import java.time.Clock;
import java.util.Optional;

/// What the commands about planned meetings work with.
public record SlotParts(MeetingScheduler scheduler, MeetingEditor editor, MeetingGuard guard, LinkRenewal renewal, MeetingPresets presets, KnownMeetings known, Integration integration,
                        Clock clock) {
    /// `s12` is a slot, `12` a meeting in the calendar, for which a slot is made when it was not planned here.
    Slot slot(String id) {
        if (id.matches("[sS]\\d{1,18}")) {
            return scheduler.find(Long.parseLong(id.substring(1))).filter(each -> each.integration() == integration.id())
                    .orElseThrow(() -> CommandTree.wrong("ID", "@slot.cli.none"));
        }
        if (!id.matches("\\d{1,18}")) {
            throw CommandTree.wrong("ID", "@slot.cli.none");
        }
        var meeting = known.find(Long.parseLong(id)).filter(each -> each.integration() == integration.id())
                .orElseThrow(() -> CommandTree.wrong("ID", "@chats.cli.no-meeting"));
        return editor.adopt(integration, meeting);
    }

    /// The date of a series that the id names; empty for a plan, a whole series or a meeting by itself.
    Optional<Meeting> dateOf(String id) {
        return id.matches("\\d{1,18}") ? known.find(Long.parseLong(id)).filter(Meeting::inSeries) : Optional.empty();
    }
}
