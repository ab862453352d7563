package app.lectern.diagnosis;

import app.lectern.diagnosis.DiagnosisGraph.Answer;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.diagnosis.errors.SeenError;
import app.lectern.diagnosis.verdict.Signal;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemText;
import app.lectern.words.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Turns an answer of Graph into a probe's result: its meaning in words, and the signals that any refusal carries.
final class Interpreter {
    private final Words words;
    private final ErrorExplainer explainer;
    private final JsonMapper json = new JsonMapper();

    Interpreter(Words words, ErrorExplainer explainer) {
        this.words = words;
        this.explainer = explainer;
    }

    Words words() {
        return words;
    }

    JsonNode body(Answer answer) {
        try {
            var tree = answer.body().isEmpty() ? null : json.readTree(answer.body());
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    /// An answer that was understood, with the probe's own signals.
    ProbeResult answered(ProbeKind kind, String request, Answer answer, ProbeResult.State state, String meaning, Set<Signal> signals) {
        return new ProbeResult(kind, state, request, answer.status(), "", answer.requestId(), answer.took(), Integer.toString(answer.status()),
                meaning, signals, answer.body());
    }

    /// A refusal. `essential` says whether it can keep the wanted data away: a right missing for a side probe is only noted.
    ProbeResult refused(ProbeKind kind, String request, Answer answer, boolean essential, Set<Signal> own) {
        var seen = seen(answer);
        var known = explainer.find(seen);
        var signals = EnumSet.noneOf(Signal.class);
        signals.addAll(own);
        known.flatMap(entry -> entry.problem()).ifPresent(code -> signal(code, essential, signals));
        if (answer.problem().isPresent() || seen.status() == 429 || seen.status() >= 500) {
            signals.add(Signal.SERVICE_ERROR);
        }
        var meaning = answer.problem().filter(problem -> answer.status() == 0).map(problem -> new ProblemText(words).what(problem))
                .orElseGet(() -> known.map(entry -> meaning(kind, seen, entry.title(words))).orElseGet(() -> words.text("probe.unforeseen")));
        var state = essential ? ProbeResult.State.BAD : ProbeResult.State.NOTICE;
        var label = answer.status() > 0 ? Integer.toString(answer.status()) : words.text("probe.no-answer");
        return new ProbeResult(kind, state, request, answer.status(), seen.shownCode(), seen.requestId(), answer.took(), label, meaning, signals,
                answer.body());
    }

    private String meaning(ProbeKind kind, SeenError seen, String title) {
        boolean right = explainer.find(seen).flatMap(entry -> entry.problem()).filter(code -> code == Code.PERMISSION_MISSING).isPresent();
        return right && !kind.permission().isEmpty() ? words.text("probe.needs", kind.permission()) : title;
    }

    private static void signal(Code code, boolean essential, Set<Signal> into) {
        switch (code) {
            case ACCESS_POLICY_MISSING -> into.add(Signal.POLICY_REFUSED);
            case NOT_ORGANISER -> into.add(Signal.NOT_ORGANISER);
            case MEETING_WITHOUT_CALENDAR -> into.add(Signal.NO_ICAL_UID);
            case CHANNEL_MEETING -> into.add(Signal.CHANNEL_REFUSED);
            case ID_MALFORMED -> into.add(Signal.EVENT_ID_MALFORMED);
            case PERMISSION_MISSING, CONSENT_MISSING -> {
                if (essential) {
                    into.add(Signal.PERMISSION_REFUSED);
                }
            }
            default -> {
                // says nothing about the meeting
            }
        }
    }

    private SeenError seen(Answer answer) {
        var read = answer.body().isEmpty() ? SeenError.NOTHING : explainer.read(answer.body());
        return read.at(answer.status()).withRequestId(answer.requestId());
    }

    ProbeResult local(ProbeKind kind, ProbeResult.State state, String label, String meaning, Signal... signals) {
        var set = EnumSet.noneOf(Signal.class);
        set.addAll(Set.of(signals));
        return ProbeResult.local(kind, state, words.text(label), meaning, set, "");
    }

    static String id(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
