package app.lectern.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.accounts.AccountText;
import app.lectern.accounts.AccountVerifier;
import app.lectern.attendance.AttendanceRoom;
import app.lectern.demo.school.PlantedCase;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingIds;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Way;
import app.lectern.problems.Problem;
import app.lectern.recordings.RecordingChoices;
import app.lectern.recordings.WhyKind;
import app.lectern.recordings.WhyNoRecording;
import app.lectern.recordings.WhyWeight;
import app.lectern.recordings.downloads.Limits;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.Loading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Diagnose screen’s model without a toolkit, against the demo tenant.
class DiagnoseViewModelTest {
    private final SimpleObjectProperty<Choice> choice = new SimpleObjectProperty<>();
    private AttendanceRoom room;
    private DiagnoseViewModel model;

    /// Jobs that wait until the test runs them.
    private static final class HeldTasks implements TaskRunner {
        private final List<Runnable> waiting = new ArrayList<>();

        @Override
        public <T> Job start(JobInfo info, Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
            var job = new HeldJob();
            waiting.add(() -> {
                if (!job.cancelled) {
                    new InlineTaskRunner().start(info, work, done, failed);
                }
            });
            return job;
        }
    }

    private static final class HeldJob implements Job {
        private boolean cancelled;

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void pause() {}

        @Override
        public void resume() {}
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        room = new AttendanceRoom(folder);
        choice.set(new Choice(room.integration.key(), room.integration.name(), "", "", Health.OK, false));
        model = model(new InlineTaskRunner());
    }

    @AfterEach
    void close() {
        room.close();
    }

    private DiagnoseViewModel model(TaskRunner tasks) {
        var clock = room.room.clock;
        var diagnosis = new MeetingDiagnosis(room.room.access, new MeetingDiagnosis.Verifier(
                new AccountVerifier(room.room.access::session, room.room.store, clock, pause -> {}), new AccountText(room.room.words)), new ErrorExplainer(), clock, room.room.words);
        diagnosis.asks(new RecordingProbe(room.known, why(), room.room.words, clock));
        return new DiagnoseViewModel(diagnosis, new ErrorExplainer(),
                new DiagnoseViewModel.Past(new EarlierDiagnoses(room.room.store), room.known, clock), id -> room.integration, choice, tasks, Runnable::run,
                room.room.words);
    }

    /// Every report tells of nobody.
    private WhyNoRecording why() {
        var accounts = new AccountVerifier(room.room.access::session, room.room.store, room.room.clock, pause -> {});
        return new WhyNoRecording(new WhyNoRecording.Parts(room.room.store, room.known, new MeetingIds(room.room.store, room.room.access::session, room.room.clock),
                room.room.access::session, accounts::fresh, (of, meeting) -> Optional.of(0),
                new RecordingChoices(room.room.store, () -> Path.of("downloads"), () -> Limits.POLITE), room.room.words, room.room.clock));
    }

    private PlantedCase planted(String verdict) {
        return room.room.tenant.school().cases().all().stream().filter(each -> each.verdict().equals(verdict)).findFirst().orElseThrow();
    }

    private int asked() {
        return room.room.tenant.requests().all().size();
    }

    private Diagnosis done() {
        return model.state().get().data().orElseThrow();
    }

    @Test
    void pastingStartsAtOnceAndTheProbesStandInTheirOrder() {
        model.organiser().set(planted("nobody-joined").organiser());
        model.input().set(planted("nobody-joined").paste());

        assertThat(done().judgement().verdict()).isEqualTo(Verdict.NOBODY_JOINED);
        assertThat(model.probes()).isSortedAccordingTo((one, other) -> one.kind().compareTo(other.kind()))
                .anySatisfy(probe -> {
                    assertThat(probe.kind()).isEqualTo(ProbeKind.VERIFIER);
                    assertThat(probe.state()).isEqualTo(ProbeResult.State.GOOD);
                    assertThat(probe.raw().lines()).hasSizeGreaterThan(5);
                });
    }

    @Test
    void anAccountThatCannotOrganiseSaysWhy() {
        model.organiser().set("j.whitfield@northfield.example");
        model.input().set("https://teams.microsoft.com/meet/2345678901234?p=abcdefghijkl");

        assertThat(model.probes()).filteredOn(probe -> probe.kind() == ProbeKind.VERIFIER).singleElement()
                .satisfies(probe -> {
                    assertThat(probe.state()).isEqualTo(ProbeResult.State.WARNING);
                    assertThat(probe.meaning()).isNotBlank();
                });
    }

    @Test
    void typingStartsNothingAndAnErrorIsExplainedWithoutAsking() {
        int before = asked();
        model.input().set("h");
        model.input().set("ht");
        assertThat(model.state().get()).isInstanceOf(Loading.Idle.class);

        model.input().set("AADSTS7000222: The provided client secret keys are expired.");
        assertThat(model.explanation().get()).hasValueSatisfying(found -> assertThat(found.known()).isPresent());
        assertThat(model.state().get()).isInstanceOf(Loading.Idle.class);
        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void whatIsNoMeetingIsRefusedAndWithoutIntegrationItIsSaid() {
        model.input().set("https://example.org/nothing-to-join-here");
        assertThat(model.state().get()).isInstanceOfSatisfying(Loading.Failed.class,
                failed -> assertThat(failed.problem().code()).isEqualTo(Problem.Code.INPUT_WRONG));

        choice.set(null);
        model.input().set(planted("scheduled").paste());
        assertThat(model.state().get()).isInstanceOfSatisfying(Loading.Failed.class,
                failed -> assertThat(failed.problem().code()).isEqualTo(Problem.Code.INTEGRATION_UNKNOWN));
    }

    @Test
    void anotherQuestionAsksAgain() {
        model.organiser().set(planted("not-recorded").organiser());
        model.input().set(planted("not-recorded").paste());
        assertThat(done().judgement().verdict()).isEqualTo(Verdict.SCHEDULED);

        model.question().set(Question.RECORDING);
        assertThat(done().question()).isEqualTo(Question.RECORDING);
        assertThat(done().judgement().verdict()).isEqualTo(Verdict.NOT_RECORDED);
    }

    @Test
    void whyAKnownMeetingWasNotRecordedStandsInTheEvidenceWhereThatIsTheQuestion() {
        var start = room.lesson.minus(Duration.ofDays(3));
        var meeting = room.meeting("marta.kowalska", "Never recorded", start);
        room.know(meeting);
        model.input().set(meeting.joinUrl());
        assertThat(model.probes()).extracting(ProbeResult::kind).contains(ProbeKind.RECORDINGS).doesNotContain(ProbeKind.WHY_UNRECORDED);

        model.question().set(Question.RECORDING);

        assertThat(model.probes()).filteredOn(probe -> probe.kind() == ProbeKind.WHY_UNRECORDED).singleElement().satisfies(probe -> {
            assertThat(probe.state()).isEqualTo(ProbeResult.State.WARNING);
            assertThat(probe.label()).isEqualTo(room.room.words.of(WhyWeight.CERTAIN));
            assertThat(probe.meaning()).contains(room.room.words.of(WhyKind.NOBODY_JOINED), room.room.words.text("why.nobody"))
                    .doesNotContain(room.room.words.of(WhyWeight.RULED_OUT));
            assertThat(probe.raw().lines()).hasSizeGreaterThan(4).anySatisfy(line -> assertThat(line).startsWith(room.room.words.of(WhyWeight.RULED_OUT)));
        });
    }

    @Test
    void theNewestPasteWins() {
        var held = new HeldTasks();
        model = model(held);
        model.input().set(planted("other-tenant").paste());
        model.input().set(planted("organiser-gone").paste());
        assertThat(model.state().get().isBusy()).isTrue();
        held.waiting.forEach(Runnable::run);

        assertThat(done().pasted()).isEqualTo(planted("organiser-gone").paste());
        assertThat(done().judgement().verdict()).isEqualTo(Verdict.ORGANISER_GONE);
    }

    @Test
    void aMeetingIsPickedFromTheCalendarsWithItsOrganiser() {
        room.lesson("marta.kowalska@northfield.example", "Year 11 Chemistry: Acids", room.lesson.minus(Duration.ofDays(2)), 4);
        room.lesson("daniel.osei@northfield.example", "A-level Mathematics: Matrices", room.lesson.minus(Duration.ofDays(1)), 3);
        var offered = new ArrayList<Meeting>();
        model.meetings(offered::addAll);
        assertThat(offered).extracting(Meeting::subject).containsExactly("A-level Mathematics: Matrices", "Year 11 Chemistry: Acids");

        model.pick(offered.getLast());
        assertThat(model.organiser().get()).isEqualTo("marta.kowalska@northfield.example");
        assertThat(done().pasted()).isEqualTo(offered.getLast().joinUrl());
        assertThat(done().facts().subject()).isEqualTo("Year 11 Chemistry: Acids");
    }

    @Test
    void theLessonThatIsScheduledInsteadHasItsSubjectOrganiserAndTimeOfTheWeek() {
        var planted = planted("instant");
        var taken = new ArrayList<Planned>();
        model.onSchedule((in, lesson) -> taken.add(lesson));
        model.organiser().set(planted.organiser());
        model.input().set(planted.paste());
        assertThat(Advice.nextTime(done().judgement().verdict())).contains(Advice.SCHEDULE_INSTEAD);

        model.scheduleInstead(done());
        var facts = done().facts();
        var zone = room.room.words.zone();
        assertThat(taken).singleElement().satisfies(lesson -> {
            assertThat(lesson.subject()).isNotBlank().isEqualTo(facts.subject());
            assertThat(lesson.organiser()).isEqualTo(facts.organiser()).contains("@");
            assertThat(lesson.way()).isEqualTo(Way.CALENDAR);
            assertThat(lesson.startsAt()).isAfter(room.room.clock.instant());
            assertThat(lesson.start().getMinute() % 15).isZero();
            assertThat(Duration.between(LocalDateTime.ofInstant(facts.start().orElseThrow(), zone), lesson.start().minusWeeks(1)).toDays() % 7).isZero();
            assertThat(lesson.length()).isPositive();
        });
    }

    @Test
    void aLessonOfWhichNothingIsKnownIsTomorrowAndOneThatWasLeftOpenLastsAnHour() {
        var now = Instant.parse("2026-11-27T16:20:00Z");
        var zone = ZoneId.of("Europe/London");
        var bare = NextLesson.after(MeetingFacts.NONE, List.of(), now, zone);
        assertThat(bare.start()).isEqualTo(LocalDateTime.of(2026, 11, 28, 10, 0));
        assertThat(bare.length()).isEqualTo(Duration.ofHours(1));

        var open = new MeetingFacts("Algebra", "Daniel Osei", "1", "", "", "", "", "", Optional.of(Instant.parse("2026-11-20T16:08:00Z")),
                Optional.of(Instant.parse("2026-11-21T16:00:00Z")), Optional.empty());
        var lesson = NextLesson.after(open, List.of(new Attendee("lena@a.example", "Lena", false)), now, zone);
        assertThat(lesson.start()).as("a quarter past, a week after one that is over").isEqualTo(LocalDateTime.of(2026, 12, 4, 16, 15));
        assertThat(lesson.length()).isEqualTo(Duration.ofHours(1));
        assertThat(lesson.organiser()).as("a name is no address").isEmpty();
        assertThat(lesson.attendees()).extracting(Attendee::address).containsExactly("lena@a.example");
    }

    @Test
    void earlierDiagnosesOpenAgainWithoutAskingAndWithoutRawAnswers() {
        model.input().set(planted("organiser-gone").paste());
        model.question().set(Question.RECORDING);
        model.clear();
        assertThat(model.probes()).isEmpty();
        int before = asked();
        var earlier = new ArrayList<Diagnosis>();
        model.earlier(earlier::addAll);
        assertThat(earlier).extracting(Diagnosis::question).containsExactly(Question.RECORDING, Question.ATTENDANCE);

        model.reopen(earlier.getLast());
        assertThat(done().judgement().verdict()).isEqualTo(Verdict.ORGANISER_GONE);
        assertThat(model.input().get()).isEqualTo(planted("organiser-gone").paste());
        assertThat(model.question().get()).isEqualTo(Question.ATTENDANCE);
        assertThat(model.probes()).isNotEmpty().allMatch(probe -> probe.raw().isEmpty());
        assertThat(asked()).isEqualTo(before);
    }
}
