package app.lectern.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.jobs.Progress;
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

    @Test
    void theSpanAndTheFilterChooseWhatIsShown() {
        model.load();
        int week = model.rows().get().data().orElseThrow().size();

        model.span().set(MeetingSpan.ENDED);
        assertThat(model.rows().get().data().orElseThrow()).hasSizeGreaterThan(week)
                .allSatisfy(row -> assertThat(row.meeting().start()).isBefore(room.clock.instant()));
        model.filter().set("osei");
        assertThat(model.rows().get().data().orElseThrow()).isNotEmpty()
                .allSatisfy(row -> assertThat(row.meeting().organiser().name()).isEqualTo("Daniel Osei"));
        model.filter().set("nobody is called so");
        assertThat(model.rows().get().data().orElseThrow()).isEmpty();
        assertThat(model.isFiltered()).isTrue();
    }

    @Test
    void aChosenMeetingTellsItsPeopleAndItsInvitationHasTheLink() {
        model.load();
        var row = model.rows().get().data().orElseThrow().getFirst();

        model.choose(row);

        assertThat(model.details().get().orElseThrow().row()).isEqualTo(row);
        assertThat(model.invitation(row.meeting())).contains(row.meeting().subject(), row.meeting().joinUrl());
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
        assertThat(model.rows().get().data().orElseThrow()).isNotEmpty();
        var other = room.connected(room.tenant.apps().bare());

        choose(other);

        assertThat(model.rows().get().data().orElseThrow()).isEmpty();
        model.syncNow();
        assertThat(synced).containsExactly(other);

        choice.set(null);
        assertThat(model.rows().get().data().orElseThrow()).isEmpty();
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

        assertThat(counted).hasValue(model.rows().get().data().orElseThrow().size());
        assertThat(Files.readString(file)).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VEVENT");
    }
}
