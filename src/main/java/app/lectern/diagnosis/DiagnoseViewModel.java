package app.lectern.diagnosis;

import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.diagnosis.errors.KnownError;
import app.lectern.diagnosis.input.DiagnosisInput;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.shell.Loading;
import app.lectern.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The Diagnose screen without its controls. Pasting starts a diagnosis at once, and a newer one ends the one before; an error
/// text is explained on the spot, without asking anybody.
public final class DiagnoseViewModel {
    /// More characters than this at once are a paste, not typing.
    private static final int PASTE = 8;

    private final MeetingDiagnosis diagnosis;
    private final ErrorExplainer explainer;
    private final Supplier<Integration> integration;
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
    private int run;

    /// `window` carries each probe's result to the window's thread; `integration` is the one chosen there.
    public DiagnoseViewModel(MeetingDiagnosis diagnosis, ErrorExplainer explainer, Supplier<Integration> integration, TaskRunner tasks,
            Executor window, Words words) {
        this.diagnosis = diagnosis;
        this.explainer = explainer;
        this.integration = integration;
        this.tasks = tasks;
        this.window = window;
        this.words = words;
        input.addListener((observed, before, now) -> {
            if (inserted(before, now) > PASTE) {
                diagnose();
            }
        });
        question.addListener((observed, before, now) -> {
            if (state.get().data().isPresent()) {
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
        job = tasks.start(JobInfo.shown(words.text("diagnose.running"), JobInfo.Kind.CHECK),
                progress -> diagnosis.diagnose(integration.get(), request, progress, result -> window.execute(() -> show(mine, result))),
                done -> {
                    probes.setAll(done.probes());
                    state.set(Loading.ready(done));
                },
                problem -> state.set(Loading.failed(problem)));
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

    public void clear() {
        input.set("");
        diagnose();
    }
}
