package app.lectern.meetings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingExport;
import app.lectern.meetings.MeetingRows;
import app.lectern.meetings.MeetingSpan;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.IntegrationChoices.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeetingsViewModelTest {
    private final List<Integration> synced = new ArrayList<>();
    private final Map<String, Integration> integrations = new HashMap<>();
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>();
    private final List<Integration> checked = new ArrayList<>();
    private PermissionReport report;
    @TempDir
    Path folder;
    private Room room;
    private Integration integration;
    private MeetingsViewModel model;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("home"));
        integration = room.connected();
        choose(integration);
        room.tenant.school().meetings().all().stream().filter(meeting -> meeting.subject() != null && meeting.kind().isCalendarBacked())
                .forEach(meeting -> MeetingRows.insert(room.store, integration, meeting));
        var known = new KnownMeetings(room.store);
        model = new MeetingsViewModel(known, new MeetingExport(known, room.words, room.clock), integrations::get, choice,
                new MeetingsViewModel.Permissions(of -> Optional.ofNullable(report), checked::add), synced::add, new InlineTaskRunner(),
                room.words, room.clock);
    }

    private void choose(Integration of) {
        integrations.put(of.key(), of);
        choice.set(new Choice(of.key(), of.name(), "Client secret", "Connected", Health.OK, true));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private List<CalendarEntry> shown() {
        return model.shown().get().data().orElseThrow().entries();
    }

    @Test
    void theSpanAndTheFilterChooseWhatTheListShows() {
        model.show(CalendarMode.LIST);
        int week = shown().size();

        model.span().set(MeetingSpan.ENDED);
        assertThat(shown()).hasSizeGreaterThan(week)
                .allSatisfy(row -> assertThat(row.start()).isBefore(room.clock.instant()));
        model.filter().set("osei");
        assertThat(shown()).isNotEmpty()
                .allSatisfy(row -> assertThat(row.organiser().name()).isEqualTo("Daniel Osei"));
        model.filter().set("nobody is called so");
        assertThat(shown()).isEmpty();
        assertThat(model.isFiltered()).isTrue();
    }

    @Test
    void thePagesOfTheCalendarShowTheirOwnDays() {
        model.load();
        var monday = model.page().get().first();
        assertThat(shown()).isNotEmpty().allSatisfy(entry -> assertThat(entry.start())
                .isBetween(monday.atStartOfDay(room.words.zone()).toInstant(), monday.plusWeeks(1).atStartOfDay(room.words.zone()).toInstant()));

        model.turn(-1);
        assertThat(model.page().get().first()).isEqualTo(monday.minusWeeks(1));
        model.show(CalendarMode.MONTH);
        int month = shown().size();
        model.show(CalendarMode.DAY);
        assertThat(shown().size()).isLessThan(month);
        assertThat(model.summary()).contains("shown");
    }

    @Test
    void theChosenMeetingStaysChosenAsLongAsItIsShown() {
        model.load();
        var entry = shown().getFirst();
        model.choose(entry);
        model.load();
        assertThat(model.chosen().get()).contains(entry);

        model.turn(40);
        assertThat(model.chosen().get()).isEmpty();
        assertThat(model.details().get()).isEmpty();
    }

    @Test
    void aChosenMeetingTellsItsPeopleAndItsInvitationHasTheLink() {
        model.load();
        var row = shown().getFirst();

        model.choose(row);

        assertThat(model.details().get().orElseThrow().entry()).isEqualTo(row);
        var meeting = row.meeting().orElseThrow();
        assertThat(model.invitation(meeting)).contains(meeting.subject(), meeting.joinUrl());
        model.syncNow();
        assertThat(synced).containsExactly(integration);
    }

    @Test
    void withoutThePermissionForCalendarsTheScreenSaysSoAndChecksAgain() throws Exception {
        report = room.permissions.report(integration, Progress.NONE);
        model.load();
        assertThat(model.missing().get()).as("calendars may be read; transcripts are another screen's").isEmpty();

        report = room.permissions.report(room.connected(room.tenant.apps().bare()), Progress.NONE);
        model.load();
        assertThat(model.missing().get()).contains(report);
        model.checkAgain();
        assertThat(checked).containsExactly(integration);
    }

    @Test
    void anotherIntegrationBringsItsOwnMeetingsAndNoneOfTheOneBefore() throws Exception {
        model.load();
        assertThat(shown()).isNotEmpty();
        var other = room.connected(room.tenant.apps().bare());

        choose(other);

        assertThat(shown()).isEmpty();
        model.syncNow();
        assertThat(synced).containsExactly(other);

        choice.set(null);
        assertThat(shown()).isEmpty();
        model.syncNow();
        model.export(folder.resolve("none.ics"), count -> {});
        assertThat(synced).as("nothing is chosen, so nothing is done").containsExactly(other);
        assertThat(folder.resolve("none.ics")).doesNotExist();
    }

    @Test
    void whatIsShownIsExported() throws Exception {
        model.load();
        var counted = new AtomicInteger();
        var file = folder.resolve("out.ics");

        model.export(file, counted::set);

        assertThat(counted).hasValue(shown().size());
        assertThat(Files.readString(file)).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VEVENT");
    }
}
