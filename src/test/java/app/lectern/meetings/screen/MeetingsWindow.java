package app.lectern.meetings.screen;

import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.AddressLookup;
import app.lectern.accounts.OrganiserDirectory;
import app.lectern.accounts.Organisers;
import app.lectern.attendance.Turnouts;
import app.lectern.demo.school.MeetingKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.meetings.CalendarOwners;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.LinkTrail;
import app.lectern.meetings.MeetingExport;
import app.lectern.meetings.MeetingRows;
import app.lectern.meetings.planning.LinkRenewal;
import app.lectern.meetings.planning.MeetingEditor;
import app.lectern.meetings.planning.MeetingGuard;
import app.lectern.meetings.planning.MeetingScheduler;
import app.lectern.meetings.planning.NeverHeld;
import app.lectern.meetings.planning.SlotCheck;
import app.lectern.meetings.planning.SlotTrail;
import app.lectern.meetings.planning.bulk.MeetingPresets;
import app.lectern.meetings.planning.bulk.Rehearsals;
import app.lectern.meetings.planning.bulk.SlotImport;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.Later;
import app.lectern.shell.ScreenWindow;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The Meetings screen in the real window, before the demo tenant.
final class MeetingsWindow {
    final Room room;
    final Integration integration;
    final ScreenWindow window;
    MeetingsViewModel model;
    /// What was noted of links.
    final List<String> links = new CopyOnWriteArrayList<>();
    PermissionReport report;

    MeetingsWindow(Path folder) throws Exception {
        room = new Room(folder.resolve("home"));
        integration = room.connected();
        var choice = new Choice(integration.key(), "Northfield College", "Client secret", "Connected", Health.OK, true);
        window = new ScreenWindow(folder.resolve("window"), room.clock, choice, in -> {
            var desk = desk(room, in.words, new KeptLinks());
            model = new MeetingsViewModel(desk, lists(room, desk, in.words), in.chosen(), new MeetingsViewModel.Permissions(of -> Optional.ofNullable(report), of -> {}),
                    of -> {}, in.jobs, Later.onFxThread(), in.words, room.clock);
            return MeetingsView.screen(model);
        });
    }

    /// The screen's services on a room of their own.
    static MeetingsDesk desk(Room room, Words words) {
        return desk(room, words, LinkTrail.NONE);
    }

    private final class KeptLinks implements LinkTrail {
        @Override
        public void copied(Integration in, String subject) {
            links.add("copied " + subject);
        }

        @Override
        public void shown(Integration in, String subject) {
            links.add("shown " + subject);
        }

        @Override
        public void exported(Integration in, int meetings, String file) {
            links.add("exported " + meetings + " to " + file);
        }
    }

    private static MeetingsDesk desk(Room room, Words words, LinkTrail trail) {
        var known = new KnownMeetings(room.store);
        var verifier = new AccountVerifier(room.access::session, room.store, room.clock, duration -> {});
        var organisers = new Organisers(verifier, room.store);
        var scheduler = new MeetingScheduler(room.store, room.access::session, verifier, organisers, SlotTrail.NONE, duration -> {}, room.clock);
        var editor = new MeetingEditor(room.store, room.access::session, verifier, organisers, SlotTrail.NONE, room.clock);
        var owners = new CalendarOwners(new OrganiserDirectory(room.access::session), room.access, room.store);
        var guard = new MeetingGuard(room.store, room.access::session, owners, scheduler, room.clock);
        return new MeetingsDesk(known, new MeetingExport(known, words, room.clock, trail), scheduler, editor, guard, organisers,
                new MeetingPresets(room.store, words), verifier::search, room.integrations::find,
                new NeverHeld(known, editor, List.of(new Turnouts(room.store)), room.clock), trail, new LinkRenewal(editor, scheduler, room.clock));
    }

    static ImportDesk lists(Room room, MeetingsDesk desk, Words words) {
        var presets = new MeetingPresets(room.store, words);
        var verifier = new AccountVerifier(room.access::session, room.store, room.clock, duration -> {});
        var rehearsals = new Rehearsals(new Rehearsals.Parts(desk.scheduler(), desk.known(), desk.organisers(), verifier,
                new AddressLookup(room.access::session, duration -> {}), presets, new SlotCheck(room.clock)), words);
        return new ImportDesk(rehearsals, new SlotImport(desk.scheduler(), room.store, room.clock), presets);
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
