package app.lectern.accounts;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says findings, verdicts and chains in the person's language, the same for the window, the command line and exports.
public final class AccountText {
    private final Words words;
    private final ProblemText problems;

    public AccountText(Words words) {
        this.words = words;
        this.problems = new ProblemText(words);
    }

    public String check(Check check) {
        return words.of(check);
    }

    public String outcome(Outcome outcome) {
        return words.of(outcome);
    }

    /// What was found, in a sentence.
    public String says(Finding finding) {
        return problem(finding)
                .map(problem -> problems.what(problem) + " " + problems.why(problem))
                .orElseGet(() -> words.named("account-reason." + finding.reason().id(), facts(finding)));
    }

    /// What to do about it; empty when there is nothing to do.
    public Optional<String> next(Finding finding) {
        var problem = problem(finding);
        if (problem.isPresent()) {
            return problem.map(problems::next);
        }
        var key = "account-reason." + finding.reason().id() + ".next";
        return words.has(key) ? Optional.of(words.named(key, facts(finding))) : Optional.empty();
    }

    /// The line for an administrator's shell, where there is one that mends it.
    public Optional<String> command(Finding finding) {
        if (finding.reason() == AccountReason.POLICY_MISSING) {
            return Optional.of("Grant-CsApplicationAccessPolicy `\n  -PolicyName Lectern `\n  -Identity \"" + quoted(finding.fact("account")) + "\"");
        }
        if (finding.reason() == AccountReason.MAILBOX_BLOCKED) {
            return Optional.of("Test-ServicePrincipalAuthorization `\n  -Identity Lectern `\n  -Resource \"" + quoted(finding.fact("account")) + "\"");
        }
        return Optional.empty();
    }

    /// The text goes into a double-quoted string of somebody who runs a tenant.
    private static String quoted(String text) {
        return text.replaceAll("[\\p{Cntrl}`\"$\u201c\u201d\u201e]", "");
    }

    private static Optional<Problem> problem(Finding finding) {
        if (finding.reason() != AccountReason.NOT_ANSWERED) {
            return Optional.empty();
        }
        return Optional.of(new Problem(Problem.Code.valueOf(finding.fact(Finding.PROBLEM)), finding.facts(),
                app.lectern.problems.Evidence.NONE, List.of()));
    }

    private LinkedHashMap<String, String> facts(Finding finding) {
        var facts = new LinkedHashMap<>(finding.facts());
        for (var size : List.of("used", "total")) {
            facts.computeIfPresent(size, (name, bytes) -> words.size(Long.parseLong(bytes)));
        }
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    /// The verdict in one or two words: "Ready", "Policy missing", "Link-only".
    public String chip(AccountReport report) {
        var verdict = report.verdict();
        for (var reason : verdict.because()) {
            var key = "account-reason." + reason.id() + ".chip";
            if (words.has(key) && verdict.kind() != Verdict.Kind.UNKNOWN) {
                return words.text(key);
            }
        }
        return verdict(verdict.kind());
    }

    public String verdict(Verdict.Kind kind) {
        return words.text("account-verdict." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// Why the verdict is what it is, as far as it is not simply good.
    public List<Finding> because(AccountReport report) {
        var because = new ArrayList<Finding>();
        for (var finding : report.findings()) {
            if (report.verdict().because().contains(finding.reason())) {
                because.add(finding);
            }
        }
        return because;
    }

    public String role(EmailChain.Role role) {
        return words.text("organiser-role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// The chip of a link of the chain: "Wins", "Not found", "No mailbox".
    public String standing(EmailChain.Link link) {
        if (link.standing() == EmailChain.Standing.PASSED_OVER) {
            var key = "account-reason." + link.because().map(found -> found.reason().id()).orElse("");
            return words.has(key + ".passed-over") ? words.text(key + ".passed-over")
                    : words.has(key + ".chip") ? words.text(key + ".chip") : verdict(Verdict.Kind.CANNOT);
        }
        return words.text("organiser-standing." + link.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// Why the link stands so.
    public String explains(EmailChain.Link link) {
        return switch (link.standing()) {
            case WINS -> words.text(link.candidate().report().map(AccountReport::verdict).map(Verdict::kind).orElse(Verdict.Kind.UNKNOWN)
                    == Verdict.Kind.CAN_ORGANISE ? "organiser.wins" : "organiser.wins-with-limits", AccountReport.MAIN.size());
            case PASSED_OVER, UNDECIDED -> link.because().map(this::says).orElseGet(() -> words.text("organiser.unchecked"));
            case NOT_NEEDED -> words.text("organiser.not-needed");
            case NOT_SET -> words.text("organiser.not-set." + link.role().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }
}
