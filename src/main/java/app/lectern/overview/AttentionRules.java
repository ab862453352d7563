package app.lectern.overview;

import app.lectern.integrations.Integration;
import app.lectern.integrations.SecretKind;
import app.lectern.integrations.health.CheckResult;
import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.health.HealthReport;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.sync.SyncFailure;
import app.lectern.sync.SyncRun;
import app.lectern.sync.alerts.Fix;
import app.lectern.sync.alerts.FixKind;
import app.lectern.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Makes of a check's results and of a sync's failures what needs attention, each with the one step that mends it.
final class AttentionRules {
    private final Words words;
    private final ProblemText text;

    AttentionRules(Words words) {
        this.words = words;
        this.text = new ProblemText(words);
    }

    List<Attention> of(HealthReport report) {
        return report.results().stream()
                .filter(result -> result.status() == CheckStatus.FAILED || result.status() == CheckStatus.WARNING
                        || result.status() == CheckStatus.WAITING)
                .map(this::of)
                .toList();
    }

    /// It came from another computer, and its secret stayed there.
    Attention without(Integration of, SecretKind kind) {
        var problem = Problem.of(Problem.Code.SIGN_IN_NEEDED).with("tenant", of.name());
        return new Attention(Attention.Urgency.ERROR, words.text("overview.no-secret", of.name(), words.of(kind)), words.text("overview.no-secret.text", words.of(kind)),
                new Fix(FixKind.ROTATE_SECRET, of.key()), Optional.of(problem));
    }

    private Attention of(CheckResult result) {
        var urgency = switch (result.status()) {
            case FAILED -> Attention.Urgency.ERROR;
            case WARNING -> Attention.Urgency.SOON;
            default -> Attention.Urgency.ADVICE;
        };
        var more = result.problem().map(problem -> text.why(problem) + " " + text.next(problem)).orElse("");
        return new Attention(urgency, words.named(result.text(), result.facts()), more, fix(result), result.problem());
    }

    private static Fix fix(CheckResult result) {
        if (result.status() == CheckStatus.WAITING) {
            return Fix.of(FixKind.CHECK_AGAIN);
        }
        return switch (result.kind()) {
            case CREDENTIAL -> Fix.of(FixKind.ROTATE_SECRET);
            case SERVICE_ACCOUNT -> Fix.of(FixKind.CHOOSE_ACCOUNT);
            case DRIVE_QUOTA -> Fix.of(FixKind.SHOW_RECORDINGS);
            case LATENCY -> Fix.of(FixKind.SHOW_CALLS);
            case SIGN_IN -> result.problem().flatMap(Fix::of).orElse(Fix.of(FixKind.SIGN_IN));
            case PERMISSION -> result.problem().flatMap(Fix::of).orElse(Fix.of(FixKind.CHECK_AGAIN));
            case ACCESS_POLICY, MAILBOX_POLICY, ORGANISERS -> result.problem().flatMap(Fix::of).orElseGet(() -> result.subject().isEmpty()
                    ? Fix.of(FixKind.CHECK_AGAIN) : new Fix(FixKind.CHECK_ACCOUNT, result.subject()));
        };
    }

    /// One line per problem, however many meetings it hit: a missing permission is not mended meeting by meeting.
    List<Attention> of(SyncRun run) {
        var byCode = new LinkedHashMap<String, List<SyncFailure>>();
        run.failures().forEach(failure -> byCode.computeIfAbsent(failure.facet() + "/" + failure.problem().code(), key -> new ArrayList<>()).add(failure));
        return byCode.values().stream().map(this::of).toList();
    }

    private Attention of(List<SyncFailure> same) {
        var first = same.getFirst();
        var title = same.size() == 1 ? words.text("overview.sync.failed.one", words.of(first.facet()), first.subject())
                : words.text("overview.sync.failed.many", words.of(first.facet()), same.size());
        return new Attention(Attention.Urgency.SOON, title, text.what(first.problem()) + " " + text.next(first.problem()), fix(same), Optional.of(first.problem()));
    }

    private static Fix fix(List<SyncFailure> same) {
        var meetings = same.stream().map(SyncFailure::meeting).filter(OptionalLong::isPresent).map(id -> Long.toString(id.getAsLong())).distinct()
                .limit(200).collect(Collectors.joining(","));
        return Fix.of(same.getFirst().problem()).orElseGet(() -> meetings.isEmpty() ? Fix.of(FixKind.SYNC_NOW) : new Fix(FixKind.SYNC_MEETING, meetings));
    }
}
