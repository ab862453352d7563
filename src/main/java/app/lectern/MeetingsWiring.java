package app.lectern;

import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.AddressLookup;
import app.lectern.accounts.OrganiserDirectory;
import app.lectern.accounts.Organisers;
import app.lectern.activity.AuditDeed;
import app.lectern.activity.AuditNote;
import app.lectern.activity.AuditTrail;
import app.lectern.activity.LogLevel;
import app.lectern.chats.ChatSync;
import app.lectern.chats.MeetingChats;
import app.lectern.graph.Sleeper;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.meetings.CalendarImport;
import app.lectern.meetings.CalendarOwners;
import app.lectern.meetings.ChannelMeetings;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.LinkTrail;
import app.lectern.meetings.MeetingExport;
import app.lectern.meetings.MeetingIds;
import app.lectern.meetings.commands.MeetingsCommand;
import app.lectern.meetings.commands.SlotParts;
import app.lectern.meetings.planning.LinkRenewal;
import app.lectern.meetings.planning.MeetingEditor;
import app.lectern.meetings.planning.MeetingGuard;
import app.lectern.meetings.planning.MeetingScheduler;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotCheck;
import app.lectern.meetings.planning.SlotText;
import app.lectern.meetings.planning.SlotTrail;
import app.lectern.meetings.planning.SlotUpkeep;
import app.lectern.meetings.planning.bulk.MeetingImportCommand;
import app.lectern.meetings.planning.bulk.MeetingPresets;
import app.lectern.meetings.planning.bulk.Rehearsals;
import app.lectern.meetings.planning.bulk.SlotImport;
import app.lectern.problems.ProblemText;
import app.lectern.store.Store;
import app.lectern.sync.Checkpoints;
import app.lectern.words.Words;
import java.time.Clock;

/// The services of the rooms `meetings` and `chats`, constructed and connected.
final class MeetingsWiring {
    final KnownMeetings known;
    final MeetingIds ids;
    final ChannelMeetings ofChannels;
    final CalendarOwners owners;
    final CalendarImport calendars;
    final MeetingScheduler scheduler;
    final MeetingPresets presets;
    final Rehearsals rehearsals;
    final SlotImport imports;
    final MeetingEditor editor;
    final MeetingGuard guard;
    final LinkRenewal renewal;
    final SlotUpkeep upkeep;
    final MeetingExport exports;
    final LinkTrail links;
    final MeetingChats chats;
    final ChatSync chatSync;

    /// Who organises meetings, and where it is noted what was done.
    record Neighbours(AccountVerifier accounts, Organisers organisers, AuditTrail audit) {}

    MeetingsWiring(Store store, IntegrationAccess access, Neighbours with, Checkpoints checkpoints, Words words, Clock clock) {
        known = new KnownMeetings(store);
        ids = new MeetingIds(store, access::session, clock);
        ofChannels = new ChannelMeetings(store, access::session, clock);
        owners = new CalendarOwners(new OrganiserDirectory(access::session), access, store);
        calendars = new CalendarImport(owners, access::session, store, ids, checkpoints, clock);
        var trail = new NotedSlots(with.audit(), words);
        scheduler = new MeetingScheduler(store, access::session, with.accounts(), with.organisers(), trail, Sleeper.REAL, clock);
        editor = new MeetingEditor(store, access::session, with.accounts(), with.organisers(), trail, clock);
        upkeep = new SlotUpkeep(scheduler, editor);
        guard = new MeetingGuard(store, access::session, owners, scheduler, clock);
        renewal = new LinkRenewal(editor, scheduler, clock);
        presets = new MeetingPresets(store, words);
        rehearsals = new Rehearsals(new Rehearsals.Parts(scheduler, known, with.organisers(), with.accounts(), new AddressLookup(access::session, Sleeper.REAL),
                presets, new SlotCheck(clock)), words);
        imports = new SlotImport(scheduler, store, clock);
        links = new NotedLinks(with.audit());
        exports = new MeetingExport(known, words, clock, links);
        chats = new MeetingChats(store, words);
        chatSync = new ChatSync(known, access::session, store, clock);
    }

    MeetingImportCommand.Services forLists() {
        return new MeetingImportCommand.Services(rehearsals, imports, presets);
    }

    MeetingsCommand.Parts forList(Integration of, Clock clock) {
        return new MeetingsCommand.Parts(known, exports, scheduler, of, clock);
    }

    SlotParts forSlots(Integration of, Clock clock) {
        return new SlotParts(scheduler, editor, guard, renewal, presets, known, of, clock);
    }

    /// Notes in the audit trail which join links were handed out.
    private record NotedLinks(AuditTrail audit) implements LinkTrail {
        @Override
        public void copied(Integration in, String subject) {
            audit.note(AuditNote.of(AuditDeed.LINK_COPIED, subject).in(in.key()));
        }

        @Override
        public void shown(Integration in, String subject) {
            audit.note(AuditNote.of(AuditDeed.LINK_SHOWN, subject).in(in.key()));
        }

        @Override
        public void exported(Integration in, int meetings, String file) {
            audit.note(AuditNote.of(AuditDeed.LINKS_EXPORTED, file).in(in.key()).outcome(Integer.toString(meetings)));
        }
    }

    /// Notes in the audit trail what is done to meetings in the tenant.
    private record NotedSlots(AuditTrail audit, Words words) implements SlotTrail {
        private AuditNote note(AuditDeed deed, Integration in, Slot slot) {
            return AuditNote.of(deed, slot.planned().subject()).in(in.key()).id(Long.toString(slot.id())).outcome(new SlotText(words).state(slot));
        }

        @Override
        public void created(Integration in, Slot slot) {
            audit.note(note(AuditDeed.MEETING_CREATED, in, slot));
        }

        @Override
        public void changed(Integration in, Slot slot, Planned before) {
            var text = new SlotText(words);
            audit.note(note(AuditDeed.MEETING_CHANGED, in, slot).change(text.summary(before), text.summary(slot.planned())));
        }

        @Override
        public void cancelled(Integration in, Slot slot) {
            audit.note(note(AuditDeed.MEETING_DELETED, in, slot));
        }

        @Override
        public void failed(Integration in, Slot slot) {
            audit.note(note(AuditDeed.MEETING_FAILED, in, slot).level(LogLevel.WARNING)
                    .outcome(slot.problem().map(new ProblemText(words)::what).orElse("")));
        }
    }
}
