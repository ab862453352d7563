package app.lectern.meetings.screen;

import app.lectern.demo.school.MeetingKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingExport;
import app.lectern.meetings.MeetingRows;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.ScreenWindow;
import java.nio.file.Path;
import java.util.Optional;

/// The Meetings screen in the real window, before the demo tenant.
final class MeetingsWindow {
    final Room room;
    final Integration integration;
    final ScreenWindow window;
    MeetingsViewModel model;
    PermissionReport report;

    MeetingsWindow(Path folder) throws Exception {
        room = new Room(folder.resolve("home"));
        integration = room.connected();
        var choice = new Choice(integration.key(), "Northfield College", "Client secret", "Connected", Health.OK, true);
        window = new ScreenWindow(folder.resolve("window"), room.clock, choice, in -> {
            var known = new KnownMeetings(room.store);
            model = new MeetingsViewModel(known, new MeetingExport(known, in.words, room.clock), room.integrations::find, in.chosen(),
                    new MeetingsViewModel.Permissions(of -> Optional.ofNullable(report), of -> {}), of -> {}, in.jobs, in.words, room.clock);
            return MeetingsView.screen(model);
        });
    }

    /// The demo college's own meetings, as its calendars have them.
    void know() {
        room.tenant.school().meetings().all().stream().filter(meeting -> meeting.subject() != null && meeting.kind() != MeetingKind.AD_HOC)
                .forEach(meeting -> MeetingRows.insert(room.store, integration, meeting));
    }

    void close() throws Exception {
        window.close();
        room.close();
    }
}
