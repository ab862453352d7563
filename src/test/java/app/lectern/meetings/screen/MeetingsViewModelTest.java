package app.lectern.meetings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingRows;
import app.lectern.meetings.MeetingSpan;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Preset;
import app.lectern.meetings.planning.Repeat;
import app.lectern.meetings.planning.SlotResults;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.ManualLater;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private final ManualLater later = new ManualLater();
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>();
    private final List<Integration> checked = new ArrayList<>();
    private PermissionReport report;
    @TempDir
    Path folder;
    private Room room;
    private Integration integration;
    private MeetingsDesk desk;
    private MeetingsViewModel model;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("home"));
        integration = room.connected();
        choose(integration);
        room.tenant.school().meetings().all().stream().filter(meeting -> meeting.subject() != null && meeting.kind().isCalendarBacked())
                .forEach(meeting -> MeetingRows.insert(room.store, integration, meeting));
        desk = MeetingsWindow.desk(room, room.words);
        model = new MeetingsViewModel(desk, MeetingsWindow.lists(room, desk, room.words), choice,
                new MeetingsViewModel.Permissions(of -> Optional.ofNullable(report), checked::add), synced::add, new InlineTaskRunner(), later,
                room.words, room.clock);
    }

    private void choose(Integration of) {
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
    void theEditorOfAnotherIntegrationClosesUnlessSomethingInItIsNotSaved() throws Exception {
        var other = room.connected(room.tenant.apps().bare());
        model.load();
        model.begin(model.nextHour(), model.nextHour().plusHours(1));
        choose(other);
        assertThat(model.editor().target().get()).isEmpty();

        choose(integration);
        model.begin(model.nextHour(), model.nextHour().plusHours(1));
        model.editor().plan().change(plan -> plan.withSubject("Not saved yet"));
        choose(other);
        assertThat(model.editor().target().get()).hasValueSatisfying(kept -> assertThat(kept.in()).isEqualTo(integration));
        assertThat(model.editor().plan().get().subject()).isEqualTo("Not saved yet");
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

    private Planned planned(String subject, int daysAhead) {
        var day = model.today().plusDays(daysAhead);
        return Planned.at(subject, day.atTime(15, 5), room.words.zone()).withOrganiser("daniel.osei@northfield.example");
    }

    @Test
    void whatIsPlannedStandsInTheCalendarOnceAndOpensInTheEditor() {
        var series = planned("Series", 0).withRepeat(Optional.of(Repeat.times(Repeat.Unit.DAILY, 1, 3)));
        desk.scheduler().draft(integration, series);
        model.show(CalendarMode.MONTH);
        model.goTo(model.today());
        assertThat(shown()).filteredOn(entry -> entry.subject().equals("Series")).hasSize(3)
                .allSatisfy(entry -> assertThat(entry.state()).isEqualTo(MeetingState.DRAFT));

        var slot = desk.scheduler().draft(integration, planned("Single", 0));
        model.load();
        var entry = shown().stream().filter(each -> each.subject().equals("Single")).findFirst().orElseThrow();
        model.choose(entry);
        assertThat(model.editor().target().get().orElseThrow().slot()).contains(slot);
        assertThat(entry.isMovable(room.clock.instant().minusSeconds(86_400))).isTrue();
        model.choose(shown().stream().filter(each -> each.slot().isEmpty()).findFirst().orElseThrow());
        assertThat(model.editor().target().get()).as("what was found in a calendar shows its details").isEmpty();

    }

    @Test
    void severalAreCreatedChangedAndCancelledAtOnce() throws Exception {
        desk.scheduler().drafts(integration, List.of(planned("One", 1), planned("Two", 1), planned("Three", 2)), "");
        model.show(CalendarMode.LIST);
        model.span().set(MeetingSpan.COMING);
        var results = new ArrayList<SlotResults>();
        model.deeds().create(integration, SlotDeedsViewModel.open(shown()), results::add);
        assertThat(results.getLast().done()).isEqualTo(3);
        assertThat(shown()).filteredOn(entry -> entry.slot().isPresent()).hasSize(3)
                .allSatisfy(entry -> assertThat(entry.state()).isEqualTo(MeetingState.CREATED));

        model.deeds().setOptions(integration, SlotDeedsViewModel.changeable(shown()), Preset.TUTORING.options(), results::add);
        assertThat(results.getLast().slots()).allSatisfy(slot -> assertThat(slot.planned().options()).isEqualTo(Preset.TUTORING.options()));
        model.deeds().cancel(integration, SlotDeedsViewModel.cancellable(shown()), "No lessons.", results::add, problem -> {
            throw new AssertionError(problem);
        });
        assertThat(results.getLast().slots()).allSatisfy(slot -> assertThat(slot.state()).isEqualTo(MeetingState.CANCELLED));
        assertThat(SlotDeedsViewModel.cancellable(shown())).isEmpty();
    }
}
