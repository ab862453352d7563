package app.lectern;

import app.lectern.accounts.OrganiserDirectory;
import app.lectern.chats.ChatSync;
import app.lectern.chats.MeetingChats;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.meetings.CalendarImport;
import app.lectern.meetings.CalendarOwners;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingExport;
import app.lectern.meetings.MeetingIds;
import app.lectern.store.Store;
import app.lectern.sync.Checkpoints;
import app.lectern.words.Words;
import java.time.Clock;

/// The services of the rooms `meetings` and `chats`, constructed and connected.
final class MeetingsWiring {
    final KnownMeetings known;
    final MeetingIds ids;
    final CalendarOwners owners;
    final CalendarImport calendars;
    final MeetingExport exports;
    final MeetingChats chats;
    final ChatSync chatSync;

    MeetingsWiring(Store store, IntegrationAccess access, Checkpoints checkpoints, Words words, Clock clock) {
        known = new KnownMeetings(store);
        ids = new MeetingIds(store, access::session, clock);
        owners = new CalendarOwners(new OrganiserDirectory(access::session), access, store);
        calendars = new CalendarImport(owners, access::session, store, ids, checkpoints, clock);
        exports = new MeetingExport(known, words, clock);
        chats = new MeetingChats(store, words);
        chatSync = new ChatSync(known, access::session, store, clock);
    }
}
