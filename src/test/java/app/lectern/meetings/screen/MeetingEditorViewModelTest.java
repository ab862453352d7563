package app.lectern.meetings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.Edited;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.Preset;
import app.lectern.meetings.planning.Repeat;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotField;
import app.lectern.meetings.planning.Way;
import app.lectern.meetings.planning.bulk.SubjectTemplate;
import app.lectern.problems.Problem;
import app.lectern.shell.controls.PeopleText.Person;
import app.lectern.shell.controls.PeopleText;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The meeting editor without a window, before the demo tenant.
class MeetingEditorViewModelTest {
    private static final String ORGANISER = "daniel.osei@northfield.example";
    private final AtomicInteger changes = new AtomicInteger();
    private final List<Problem> problems = new ArrayList<>();
    @TempDir
    Path folder;
    private Room room;
    private Integration integration;
    private MeetingEditorViewModel model;
    private LocalDateTime start;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("home"));
        integration = room.connected();
        model = new MeetingEditorViewModel(MeetingsWindow.desk(room, room.words), new InlineTaskRunner(), room.words, room.clock,
                changes::incrementAndGet, problems::add);
        start = LocalDate.ofInstant(room.clock.instant(), room.words.zone()).plusDays(7).atTime(10, 15);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Slot slot() {
        return model.target().get().orElseThrow().slot().orElseThrow();
    }

    private void begin(String subject) {
        model.begin(integration, start, start.plusHours(1));
        model.plan().change(plan -> plan.withSubject(subject).withOrganiser(ORGANISER));
    }

    private String at(SlotField field) {
        return model.plan().at(field).getValue();
    }

    @Test
    void aNewMeetingBeginsAsItsOrganisersDoUnlessAnOptionWasSet() {
        var strict = MeetingOptions.USUAL.withLobby(MeetingOptions.Lobby.ORGANISER).withBreakoutRooms(false);
        model.begin(integration, start, start.plusHours(1));
        model.plan().change(was -> was.withOrganiser(ORGANISER));
        model.keepForOrganiser(ORGANISER, strict, changes::incrementAndGet);
        assertThat(changes).hasValueGreaterThan(0);

        model.begin(integration, start, start.plusHours(1));
        assertThat(model.plan().get().options()).isEqualTo(MeetingOptions.USUAL);
        model.plan().change(was -> was.withOrganiser(ORGANISER));
        model.organiserChosen(ORGANISER);
        assertThat(model.plan().get().options()).isEqualTo(strict);
        model.organiserChosen("somebody.else@northfield.example");
        assertThat(model.plan().get().options()).isEqualTo(MeetingOptions.USUAL);

        model.plan().change(was -> was.withOptions(MeetingOptions.USUAL.withRecord(true)));
        model.organiserChosen(ORGANISER);
        assertThat(model.plan().get().options()).as("what somebody set stays").isEqualTo(MeetingOptions.USUAL.withRecord(true));
    }

    @Test
    void nothingIsSaidBeforeSomethingWasEnteredAndThenEachFaultStandsAtItsField() {
        model.begin(integration, start, start.plusHours(1));
        assertThat(at(SlotField.SUBJECT)).isEmpty();
        assertThat(model.isSound()).isFalse();
        assertThat(at(SlotField.SUBJECT)).isNotEmpty();

        begin("Lesson");
        assertThat(model.isSound()).isTrue();
        model.plan().times(start.toLocalDate(), "10:15", "quarter past", false);
        assertThat(at(SlotField.END)).contains("09:15");
        assertThat(model.plan().wrong().get()).isTrue();
        model.plan().times(start.toLocalDate(), "10:15", "9", false);
        assertThat(at(SlotField.END)).contains("after the start");
        model.plan().times(start.toLocalDate(), "10.15", "1130", false);
        assertThat(model.plan().get().end()).isEqualTo(start.toLocalDate().atTime(11, 30));
        model.plan().times(start.toLocalDate().plusDays(1), "12", "1130", true);
        assertThat(model.plan().get().end()).as("the length stays when the beginning is moved").isEqualTo(start.toLocalDate().plusDays(1).atTime(13, 15));

        model.plan().people(List.of(new Person("nobody", ""), new Person("lena@gmial.com", "")), true);
        assertThat(at(SlotField.ATTENDEES)).contains("nobody").contains("gmail.com");
    }

    @Test
    void anHourThatDoesNotExistAndOneThatComesTwiceAreSaid() {
        begin("Early");
        model.plan().change(plan -> plan.withZone(ZoneId.of("Europe/London")).withTimes(LocalDate.of(2027, 3, 28).atTime(1, 30), LocalDate.of(2027, 3, 28).atTime(3, 0)));
        assertThat(at(SlotField.START)).contains("go forward");
        model.plan().change(plan -> plan.withTimes(LocalDate.of(2027, 10, 31).atTime(1, 30), LocalDate.of(2027, 10, 31).atTime(3, 0)));
        assertThat(at(SlotField.START)).contains("go back");
        model.plan().change(plan -> plan.withZone(ZoneId.of("Europe/Warsaw")).withTimes(start, start.plusHours(1)));
        assertThat(model.plan().elsewhere()).isPresent();
    }

    @Test
    void aMeetingIsCreatedWithItsOptionsAndCancelledWithAMessage() {
        begin("Calculus");
        model.plan().change(plan -> plan.withOptions(Preset.TUTORING.options()));
        model.accept();

        assertThat(slot().state()).isEqualTo(MeetingState.CREATED);
        assertThat(model.standing().link()).startsWith("https://");
        assertThat(model.inTenant().get()).isTrue();
        assertThat(model.plan().changed().get()).isFalse();
        assertThat(model.link().invitation()).contains("Calculus", model.standing().link());
        assertThat(changes.get()).isPositive();
        var online = room.tenant.school().meetings().all().stream().filter(meeting -> "Calculus".equals(meeting.subject())).findFirst();
        assertThat(online).isPresent();

        model.ending().cancel("The tutor is ill.", () -> {}, problems::add);
        assertThat(slot().state()).isEqualTo(MeetingState.CANCELLED);
        assertThat(model.standing().isOver()).isTrue();
        assertThat(problems).isEmpty();
    }

    @Test
    void anotherLinkWhoseOldMeetingCouldNotBeCancelledIsNotMadeTwice() {
        begin("Calculus");
        model.accept();
        var old = slot();
        var refused = new ArrayList<Problem>();
        var done = new AtomicInteger();
        var faults = room.tenant.faults();
        var refusal = faults.graph("POST", "/users/*/events/*/cancel").always().with(Fault.of(GraphRefusals.mailboxClosed()));
        var renewal = model.link().renewal();
        renewal.start("The link got about.", done::incrementAndGet, refused::add);
        assertThat(refused).extracting(Problem::code).containsExactly(Problem.Code.MAILBOX_BLOCKED);
        var fresh = slot();
        assertThat(fresh.joinUrl()).isNotEqualTo(old.joinUrl());

        faults.remove(refusal);
        renewal.start("The link got about.", done::incrementAndGet, refused::add);
        assertThat(done).hasValue(1);
        assertThat(slot().id()).as("the new one is there already").isEqualTo(fresh.id());
        assertThat(room.tenant.school().meetings().all().stream().filter(meeting -> "Calculus".equals(meeting.subject()))).hasSizeLessThanOrEqualTo(2);
        assertThat(problems).isEmpty();
    }

    @Test
    void anOrganiserWhoCannotIsNamedBeforeAnythingIsKept() {
        begin("Lesson");
        model.plan().change(plan -> plan.withOrganiser("nobody.at.all@northfield.example"));
        model.accept();

        assertThat(model.target().get().orElseThrow().slot()).isEmpty();
        assertThat(at(SlotField.ORGANISER)).contains("nobody.at.all@northfield.example");
    }

    @Test
    void whatFailedStaysWithItsReasonAndIsTriedAgain() {
        room.hurry();
        room.tenant.faults().graph("POST", "/users/*/events").always().with(Fault.empty(503));
        begin("Physics");
        model.accept();
        assertThat(slot().state()).isEqualTo(MeetingState.FAILED);
        assertThat(model.standing().failure()).isPresent();
        assertThat(model.standing().canRetry()).isTrue();

        room.tenant.faults().clear();
        model.retry();
        assertThat(slot().state()).isEqualTo(MeetingState.CREATED);
        assertThat(model.standing().failure()).isEmpty();
    }

    @Test
    void aDraftIsKeptChangedAndDiscardedWithoutAskingTheTenant() {
        begin("Draft");
        model.keepDraft();
        assertThat(slot().state()).isEqualTo(MeetingState.DRAFT);
        model.plan().change(plan -> plan.withSubject("Draft, changed").withWay(Way.LINK_ONLY));
        assertThat(model.plan().changed().get()).isTrue();
        model.keepDraft();
        assertThat(slot().planned().subject()).isEqualTo("Draft, changed");
        model.plan().change(plan -> plan.withSubject("again"));
        model.plan().revert();
        assertThat(model.plan().get().subject()).isEqualTo("Draft, changed");

        model.ending().discard();
        assertThat(model.target().get()).isEmpty();
        assertThat(room.tenant.school().meetings().all()).noneMatch(meeting -> "Draft, changed".equals(meeting.subject()));
    }

    @Test
    void peopleAreFoundAndReadFromPastedText() {
        begin("Lesson");
        var found = new ArrayList<Person>();
        var refused = new ArrayList<String>();
        model.people().search("lena", found::addAll, refused::add);
        assertThat(found).anyMatch(person -> person.address().contains("@"));
        assertThat(refused).isEmpty();
        room.tenant.faults().graph("GET", "/users").with(Fault.of(GraphRefusals.missingPermission(GraphService.DIRECTORY)));
        model.people().search("marta", found::addAll, refused::add);
        assertThat(refused).singleElement().asString().contains("User.Read.All");

        assertThat(PeopleText.read("Fischer, Lena <lena@a.example>; b@b.example, c@c.example\nd@d.example"))
                .containsExactly(new Person("lena@a.example", "Fischer, Lena"), new Person("b@b.example", ""), new Person("c@c.example", ""),
                        new Person("d@d.example", ""));
        assertThat(PeopleText.isList("lena")).isFalse();
        assertThat(PeopleText.isList("a@a.example, b@b.example")).isTrue();
    }

    @Test
    void aTemplateOfTheSubjectIsKeptPreviewedAndFollowsTheFieldsUntilTheSubjectIsWrittenOtherwise() {
        begin("Algebra");
        var subjects = model.subjects();
        subjects.keep("Tipu: {subject} {level} with {attendee}, {weekday} {time}");
        subjects.keep("{Attendees}");
        assertThat(subjects.kept().get()).extracting(SubjectTemplate::text)
                .containsExactly("Tipu: {subject} {level} with {attendee}, {weekday} {time}", "{Attendees}");
        var template = subjects.kept().get().getFirst();
        var monday = start.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        model.plan().change(plan -> plan.withTimes(monday, monday.plusHours(1)));
        assertThat(subjects.preview(template)).isEqualTo("Tipu: Algebra {level} with , Monday 10:15");

        subjects.choose(template);
        assertThat(subjects.byHand().get()).containsExactly("level");
        model.plan().people(List.of(new Person("marta.kowalska@northfield.example", "Marta Kowalska")), true);
        assertThat(model.plan().get().subject()).isEqualTo("Tipu: Algebra {level} with Marta Kowalska, Monday 10:15");
        model.plan().change(plan -> plan.withTimes(monday.plusMinutes(15), monday.plusHours(1)));
        assertThat(model.plan().get().subject()).endsWith("Monday 10:30");
        assertThat(subjects.preview(subjects.kept().get().getLast())).isEqualTo("Marta Kowalska");

        model.plan().change(plan -> plan.withSubject("Tipu: Algebra A2"));
        model.plan().change(plan -> plan.withTimes(monday, monday.plusHours(1)));
        assertThat(model.plan().get().subject()).isEqualTo("Tipu: Algebra A2");
        assertThat(subjects.byHand().get()).isEmpty();

        subjects.remove(template);
        assertThat(subjects.kept().get()).extracting(SubjectTemplate::text).containsExactly("{Attendees}");
        assertThat(problems).isEmpty();
        subjects.keep("Lesson {number");
        assertThat(problems).hasSize(1);
        assertThat(subjects.kept().get()).hasSize(1);
    }

    @Test
    void presetsAreNamedAndChangedOptionsAloneTellNobody() {
        assertThat(model.presets().all()).containsValue(Preset.TUTORING.options()).containsValue(MeetingOptions.USUAL);
        begin("Lesson");
        model.keepPreset("Evening class", MeetingOptions.USUAL.withChat(MeetingOptions.Chat.DISABLED));
        assertThat(model.presets().all()).containsEntry("Evening class", MeetingOptions.USUAL.withChat(MeetingOptions.Chat.DISABLED));
        assertThat(model.presets().notice()).contains("recorded");
        model.plan().people(List.of(new Person("marta.kowalska@northfield.example", "Marta Kowalska")), true);
        model.accept();
        assertThat(slot().state()).isEqualTo(MeetingState.CREATED);
        model.plan().change(plan -> plan.withOptions(plan.options().withRecord(true)));
        assertThat(model.noticed()).isEmpty();
        model.plan().change(plan -> plan.withSubject("Another"));
        assertThat(model.noticed()).isPresent();
    }

    private boolean inCalendar(String subject) {
        var school = room.tenant.school();
        return school.exclusively(() -> school.calendars().of(school.people().find(ORGANISER).orElseThrow()).own().stream()
                .anyMatch(event -> subject.equals(event.subject()) && !event.isCancelled()));
    }

    @Test
    void whatIsChangedOfAMeetingReachesTheTenant() {
        begin("Chemistry");
        model.accept();
        model.plan().change(plan -> plan.withSubject("Chemistry, lab").withTimes(start.plusHours(3), start.plusHours(4)));
        assertThat(model.plan().changed().get()).isTrue();
        model.accept();
        assertThat(problems).isEmpty();
        assertThat(inCalendar("Chemistry, lab")).isTrue();
        assertThat(inCalendar("Chemistry")).isFalse();
        assertThat(slot().planned().start()).isEqualTo(start.plusHours(3));
        assertThat(model.plan().changed().get()).isFalse();
    }

    @Test
    void aChangeInOutlookIsShownBesideOnesOwnAndOneOfThemIsChosen() {
        begin("Chemistry");
        model.accept();
        room.tenant.school().control().editInOutlook(ORGANISER, "Chemistry", "Chemistry in Outlook", Duration.ZERO);
        model.plan().change(plan -> plan.withSubject("Chemistry in Lectern"));
        model.accept();

        var both = model.edits().conflict().get().orElseThrow();
        assertThat(both.fields()).contains(SlotField.SUBJECT);
        var text = new PlanText(room.words);
        assertThat(text.value(SlotField.SUBJECT, both.ours(), both.theirs())).isEqualTo("Chemistry in Lectern");
        assertThat(text.value(SlotField.SUBJECT, both.theirs(), both.ours())).isEqualTo("Chemistry in Outlook");
        assertThat(inCalendar("Chemistry in Outlook")).as("nothing is sent before somebody chooses").isTrue();

        model.resolve(Edited.Choice.OURS);
        assertThat(model.edits().conflict().get()).isEmpty();
        assertThat(inCalendar("Chemistry in Lectern")).isTrue();
    }

    @Test
    void oneDateOfASeriesIsEditedAndTheOthersStay() {
        var known = new KnownMeetings(room.store);
        begin("Weekly");
        model.plan().change(plan -> plan.withRepeat(Optional.of(Repeat.times(Repeat.Unit.WEEKLY, 1, 3))));
        model.accept();
        var dates = known.byJoinUrl(integration, model.standing().link());
        assertThat(dates).hasSize(3);

        model.open(integration, slot(), Optional.of(dates.get(1)));
        assertThat(model.isOfSeries()).isTrue();
        assertThat(model.plan().get().start()).isEqualTo(start.plusWeeks(1));
        assertThat(model.plan().get().repeat()).as("one date repeats nothing").isEmpty();
        model.plan().change(plan -> plan.withTimes(plan.start().plusHours(2), plan.end().plusHours(2)));
        model.accept();
        assertThat(problems).isEmpty();
        assertThat(model.plan().changed().get()).isFalse();
        assertThat(known.byJoinUrl(integration, model.standing().link())).extracting(each -> LocalDateTime.ofInstant(each.start(), room.words.zone()))
                .containsExactlyInAnyOrder(start, start.plusWeeks(1).plusHours(2), start.plusWeeks(2));

        model.edits().scope().set(EditsViewModel.SeriesScope.ALL);
        assertThat(model.plan().get().start()).isEqualTo(start);
        assertThat(model.plan().get().repeat()).isPresent();
    }

    @Test
    void whatWasDeletedInOutlookCanBePlannedAnew() {
        begin("Biology");
        model.accept();
        var link = model.standing().link();
        room.tenant.school().control().deleteInOutlook(ORGANISER, "Biology");
        model.plan().change(plan -> plan.withSubject("Biology again"));
        model.accept();
        assertThat(model.edits().gone().get()).isTrue();

        model.planAnew();
        assertThat(model.edits().gone().get()).isFalse();
        assertThat(slot().state()).isEqualTo(MeetingState.DRAFT);
        model.accept();
        assertThat(slot().state()).isEqualTo(MeetingState.CREATED);
        assertThat(model.standing().link()).isNotEqualTo(link);
    }
}
