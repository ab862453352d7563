package app.lectern.diagnosis.errors;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One entry of the catalogue: how the fault shows itself, and what it means. Its words are those of the problem that the rest
/// of Lectern would report, or its own under its id.
///
/// @param status 0 where the fault comes under any status, or comes from Entra
/// @param codes  any of them is enough, and so is any of `says`
/// @param says   parts of messages, for faults that Graph tells by nothing else
public record KnownError(String id, int status, List<String> codes, List<String> says, Optional<Problem.Code> problem, Fixer fixer) {
    public KnownError {
        codes = List.copyOf(codes);
        says = List.copyOf(says);
    }

    boolean fits(SeenError seen, String lowerMessage) {
        if (status != 0 && seen.status() != 0 && status != seen.status()) {
            return false;
        }
        if (codes.isEmpty() && says.isEmpty()) {
            return status != 0 && status == seen.status();
        }
        for (var code : codes) {
            if (seen.is(code)) {
                return true;
            }
        }
        for (var part : says) {
            if (lowerMessage.contains(part)) {
                return true;
            }
        }
        return false;
    }

    public String title(Words words) {
        var title = text(words, ".what");
        // of nobody in particular, so that it may begin with what would stand behind a name
        return title.substring(0, 1).toUpperCase(words.locale()) + title.substring(1);
    }

    public String causes(Words words) {
        return text(words, ".why");
    }

    public String steps(Words words) {
        return text(words, ".next");
    }

    private String text(Words words, String part) {
        if (problem.isEmpty()) {
            return words.text(id + part);
        }
        var problemOf = Problem.of(problem.get()).with("code", status > 0 ? Integer.toString(status) : null);
        var texts = new ProblemText(words);
        return switch (part) {
            case ".what" -> texts.what(problemOf);
            case ".why" -> texts.why(problemOf);
            default -> texts.next(problemOf);
        };
    }

    /// `403 · GraphAccessToTranscriptsDisabled`: how the entry is headed in the catalogue.
    public String sign() {
        var code = codes.isEmpty() ? says.isEmpty() ? "" : "“" + says.getFirst() + "”" : codes.getFirst();
        return status == 0 ? code : code.isEmpty() ? Integer.toString(status) : status + " · " + code;
    }

    /// Whether every word of the search stands somewhere in the entry.
    public boolean matches(String search, Words words) {
        var all = String.join(" ", sign(), String.join(" ", codes), title(words), causes(words), steps(words)).toLowerCase(Locale.ROOT);
        return List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream().allMatch(all::contains);
    }

    public Map<String, Object> asJson(Words words) {
        return Map.of("id", id, "sign", sign(), "what", title(words), "why", causes(words), "next", steps(words), "fixer",
                fixer.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
