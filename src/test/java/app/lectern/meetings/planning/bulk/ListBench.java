package app.lectern.meetings.planning.bulk;

import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.AddressLookup;
import app.lectern.accounts.Organisers;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.graph.Sleeper;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.planning.MeetingScheduler;
import app.lectern.meetings.planning.SlotCheck;
import app.lectern.meetings.planning.SlotTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Imports on a demo tenant, with the real parts that they stand on.
final class ListBench implements AutoCloseable {
    static final String MARTA = "marta.kowalska@northfield.example";
    static final String AMINA = "amina.hassan@northfield.example";
    static final String TOMASZ = "tomasz.nowak@northfield.example";
    static final String HEADINGS = "subject,start,end,organizer,attendees\n";

    final Path folder;
    final Room room;
    final Integration integration;
    final KnownMeetings known;
    final MeetingScheduler scheduler;
    final MeetingPresets presets;
    final Rehearsals rehearsals;
    final SlotImport imports;
    /// A Tuesday that lies ahead, without the demo tenant's own meetings.
    final LocalDate day;

    ListBench(Path folder) {
        this.folder = folder;
        room = new Room(folder.resolve("home"));
        integration = room.integrations.update(room.connected().organisingAs(Room.SERVICE_ACCOUNT));
        known = new KnownMeetings(room.store);
        presets = new MeetingPresets(room.store, room.words);
        var verifier = new AccountVerifier(room.access::session, room.store, room.clock, Sleeper.REAL);
        var organisers = new Organisers(verifier, room.store);
        scheduler = new MeetingScheduler(room.store, room.access::session, verifier, organisers, SlotTrail.NONE, room.clock::advance, room.clock);
        imports = new SlotImport(scheduler, room.store, room.clock);
        rehearsals = new Rehearsals(new Rehearsals.Parts(scheduler, known, organisers, verifier,
                new AddressLookup(room.access::session, Sleeper.REAL), presets, new SlotCheck(room.clock)), room.words);
        day = LocalDate.ofInstant(room.clock.instant(), ZoneId.of("UTC")).plusDays(40).with(java.time.DayOfWeek.TUESDAY);
    }

    Rehearsal rehearse(String csv) throws Exception {
        return rehearse(csv, Optional.empty());
    }

    Rehearsal rehearse(String csv, Optional<String> subject) throws Exception {
        var sheet = sheet(csv);
        return rehearsals.of(integration, sheet, sheet.guessed(), new Rehearsals.Choices(Optional.empty(), subject), Progress.NONE);
    }

    SlotSheet sheet(String csv) throws IOException {
        return SlotSheet.read(Files.writeString(folder.resolve("list.csv"), csv));
    }

    String at(String time) {
        return day + " " + time;
    }

    /// What an organiser's calendar holds under subjects that begin like this.
    List<CalendarEvent> events(String organiser, String subject) {
        var school = room.tenant.school();
        return school.exclusively(() -> school.calendars().of(school.people().find(organiser).orElseThrow()).own().stream()
                .filter(event -> event.subject() != null && event.subject().startsWith(subject)).toList());
    }

    @Override
    public void close() {
        room.close();
    }
}
