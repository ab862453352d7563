package app.lectern.diagnosis;

import app.lectern.activity.BundleFile;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.diagnosis.errors.KnownError;
import app.lectern.diagnosis.input.DiagnosisInput;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.planning.Planned;
import app.lectern.problems.Problem;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Loading;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The Diagnose screen without its controls. Pasting starts a diagnosis at once, and a newer one ends the one before; an error
/// text is explained on the spot, without asking anybody.
public final class DiagnoseViewModel {
    /// More characters than this at once are a paste, not typing.
    private static final int PASTE = 8;

    /// What was there before: diagnoses that were made, and the meetings that one may mean.
    public record Past(EarlierDiagnoses diagnoses, KnownMeetings meetings, Clock clock) {}

    /// How far around now a meeting may be that somebody asks about.
    private static final Duration BACK = Duration.ofDays(60);
    private static final Duration AHEAD = Duration.ofDays(14);

    private final MeetingDiagnosis diagnosis;
    private final Past past;
    private final ErrorExplainer explainer;
    private final Function<String, Integration> integrations;
    private final ObservableValue<Choice> choice;
    private final TaskRunner tasks;
    private final Executor window;
    private final Words words;
    private final StringProperty input = new SimpleStringProperty("");
    private final StringProperty organiser = new SimpleStringProperty("");
    private final ObjectProperty<Question> question = new SimpleObjectProperty<>(Question.ATTENDANCE);
    private final ObservableList<ProbeResult> probes = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Loading<Diagnosis>> state = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<Optional<ErrorExplainer.Explanation>> explanation = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Job job = Job.NONE;
    private Job supporting = Job.NONE;
    private Optional<SupportOrder> support = Optional.empty();
    private int run;
    private boolean reopening;
    private Consumer<List<BundleFile>> bundling = files -> {};
    private BiConsumer<Integration, String> linkCopied = (in, subject) -> {};
    private BiConsumer<Integration, Planned> scheduling = (in, lesson) -> {};

    /// `window` carries each probe's result to the window's thread; `choice` is the integration in the top bar.
    public DiagnoseViewModel(MeetingDiagnosis diagnosis, ErrorExplainer explainer, Past past, Function<String, Integration> integrations,
            ObservableValue<Choice> choice, TaskRunner tasks, Executor window, Words words) {
        this.diagnosis = diagnosis;
        this.past = past;
        this.explainer = explainer;
        this.integrations = integrations;
        this.choice = choice;
        this.tasks = tasks;
        this.window = window;
        this.words = words;
        input.addListener((observed, before, now) -> {
            if (!reopening && inserted(before, now) > PASTE) {
                reopening = true;
                Question.in(now).ifPresent(question::set);
                reopening = false;
                diagnose();
            }
        });
        question.addListener((observed, before, now) -> {
            if (!reopening && state.get().data().isPresent()) {
                diagnose();
            }
        });
    }

    /// How many characters are new: a paste over an older link may even make the text shorter.
    private static int inserted(String before, String now) {
        int shorter = Math.min(before.length(), now.length());
        int start = 0;
        while (start < shorter && before.charAt(start) == now.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.charAt(before.length() - 1 - end) == now.charAt(now.length() - 1 - end)) {
            end++;
        }
        return now.length() - start - end;
    }

    public StringProperty input() {
        return input;
    }

    public StringProperty organiser() {
        return organiser;
    }

    public ObjectProperty<Question> question() {
        return question;
    }

    /// The results so far, in the order of the probes.
    public ObservableList<ProbeResult> probes() {
        return probes;
    }

    public ReadOnlyObjectProperty<Loading<Diagnosis>> state() {
        return state.getReadOnlyProperty();
    }

    /// What a pasted error means; empty while the input is none.
    public ReadOnlyObjectProperty<Optional<ErrorExplainer.Explanation>> explanation() {
        return explanation.getReadOnlyProperty();
    }

    public List<KnownError> catalogue(String search) {
        return explainer.search(search, words);
    }

    public void diagnose() {
        var pasted = input.get().strip();
        job.cancel();
        int mine = ++run;
        probes.clear();
        explanation.set(Optional.empty());
        if (pasted.isEmpty()) {
            state.set(Loading.idle());
            return;
        }
        if (DiagnosisInput.of(pasted) instanceof DiagnosisInput.ErrorText error) {
            state.set(Loading.idle());
            explanation.set(Optional.of(explainer.explain(error.text())));
            return;
        }
        state.set(Loading.busy());
        var request = new MeetingDiagnosis.Request(pasted, organiser.get(), question.get());
        var chosen = chosen();
        job = tasks.start(JobInfo.shown(words.text("diagnose.running"), JobInfo.Kind.CHECK),
                progress -> {
                    var in = chosen.get();
                    var done = diagnosis.diagnose(in, request, progress, result -> window.execute(() -> show(mine, result)));
                    past.diagnoses().keep(in, done);
                    return done;
                },
                done -> {
                    probes.setAll(done.probes());
                    state.set(Loading.ready(done));
                },
                problem -> state.set(Loading.failed(problem)));
    }

    /// The one that is chosen now, for a job to read: another may be chosen by then.
    private Supplier<Integration> chosen() {
        var id = Optional.ofNullable(choice.getValue()).map(Choice::id);
        return () -> id.map(integrations).orElseThrow(() -> Problem.of(Problem.Code.INTEGRATION_UNKNOWN).with("item", "@integration.none").raise());
    }

    /// A result of a run that was overtaken is not shown.
    private void show(int of, ProbeResult result) {
        if (of != run || !state.get().isBusy()) {
            return;
        }
        int at = 0;
        while (at < probes.size() && probes.get(at).kind().compareTo(result.kind()) < 0) {
            at++;
        }
        probes.add(at, result);
    }

    /// The meetings that the calendars hold around now, the newest first.
    void meetings(Consumer<List<Meeting>> told) {
        var chosen = chosen();
        tasks.start(progress -> {
            var now = past.clock().instant();
            return past.meetings().between(chosen.get(), now.minus(BACK), now.plus(AHEAD)).reversed();
        }, told, problem -> state.set(Loading.failed(problem)));
    }

    /// Diagnoses the meeting as if its link had been pasted and its organiser typed; one without a link by its place in the calendar.
    void pick(Meeting meeting) {
        organiser.set(meeting.organiser().address());
        input.set("");
        input.set(meeting.hasLink() ? meeting.joinUrl() : meeting.eventId());
    }

    /// Who takes a lesson that is to be scheduled in place of the one that was diagnosed.
    public void onSchedule(BiConsumer<Integration, Planned> taken) {
        scheduling = taken;
    }

    /// Hands on the lesson as it would be scheduled next, with those whom a calendar says were invited.
    void scheduleInstead(Diagnosis of) {
        var chosen = chosen();
        tasks.start(progress -> {
            var in = chosen.get();
            var invited = past.meetings().byJoinUrl(in, of.facts().joinUrl()).stream().findFirst().map(past.meetings()::attendees).orElse(List.of());
            return new Scheduled(in, NextLesson.after(of.facts(), invited, past.clock().instant(), words.zone()));
        }, next -> scheduling.accept(next.in(), next.lesson()), problem -> state.set(Loading.failed(problem)));
    }

    private record Scheduled(Integration in, Planned lesson) {}

    /// Who goes through the support order from now on.
    public void asks(SupportOrder order) {
        support = Optional.of(order);
    }

    boolean hasSupportOrder() {
        return support.isPresent();
    }

    /// Goes through what support looks at, with what is pasted and typed here; `told` hears of each step, `ended` also after a failure.
    void supportOrder(Consumer<SupportFinding> told, Runnable ended) {
        supporting.cancel();
        var request = new SupportOrder.Request(input.get().strip(), organiser.get().strip());
        var chosen = chosen();
        support.ifPresent(order -> supporting = tasks.start(JobInfo.shown(words.text("support-order.running"), JobInfo.Kind.CHECK),
                progress -> order.run(chosen.get(), request, progress, finding -> window.execute(() -> told.accept(finding))), done -> ended.run(), problem -> {
                    ended.run();
                    state.set(Loading.failed(problem));
                }));
    }

    void endSupportOrder() {
        supporting.cancel();
    }

    /// Opens the support bundle with what the support order found.
    void bundle(List<SupportFinding> found) {
        bundling.accept(List.of(new BundleFile("support-order.txt", SupportOrder.whole(found, words))));
    }

    /// Who is told that somebody copied a meeting's link.
    public void onLinkCopied(BiConsumer<Integration, String> told) {
        linkCopied = told;
    }

    void factsCopied(Diagnosis of) {
        if (!of.facts().joinUrl().isEmpty()) {
            var chosen = chosen();
            tasks.start(progress -> chosen.get(), in -> linkCopied.accept(in, of.facts().subject().isEmpty() ? of.facts().organiser() : of.facts().subject()),
                    problem -> state.set(Loading.failed(problem)));
        }
    }

    /// Who takes what was found into a support bundle.
    public void onBundle(Consumer<List<BundleFile>> taken) {
        bundling = taken;
    }

    /// Opens the support bundle with what stands here now.
    void bundle() {
        var text = new DiagnosisText(words);
        var files = new ArrayList<BundleFile>();
        state.get().data().ifPresent(done -> files.add(new BundleFile("diagnosis.txt", text.whole(done))));
        explanation.get().ifPresent(found -> files.add(new BundleFile("error.txt", input.get().strip() + "\n\n" + found.known()
                .map(known -> String.join("\n", known.title(words), known.causes(words), known.steps(words))).orElseGet(() -> words.text("explain.unknown")))));
        bundling.accept(files);
    }

    void earlier(Consumer<List<Diagnosis>> told) {
        var chosen = chosen();
        tasks.start(progress -> past.diagnoses().list(chosen.get()), told, problem -> state.set(Loading.failed(problem)));
    }

    /// Shows what was found then; asks nobody.
    void reopen(Diagnosis done) {
        job.cancel();
        run++;
        reopening = true;
        input.set(done.pasted());
        question.set(done.question());
        reopening = false;
        explanation.set(Optional.empty());
        probes.setAll(done.probes());
        state.set(Loading.ready(done));
    }

    public void clear() {
        input.set("");
        diagnose();
    }
}
