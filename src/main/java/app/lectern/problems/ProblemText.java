package app.lectern.problems;

import app.lectern.words.Words;

/// Says a [Problem] in the person's language: what happened, why, and what to do next.
public final class ProblemText {
    private final Words words;

    public ProblemText(Words words) {
        this.words = words;
    }

    public String what(Problem problem) {
        return part(problem, "what");
    }

    public String why(Problem problem) {
        return part(problem, "why");
    }

    public String next(Problem problem) {
        return part(problem, "next");
    }

    /// All three sentences, as a paragraph.
    public String paragraph(Problem problem) {
        return String.join(" ", what(problem), why(problem), next(problem));
    }

    public String remedy(Remedy remedy) {
        return words.text("remedy." + remedy.kind().name().toLowerCase(java.util.Locale.ROOT).replace("_", "-"));
    }

    private String part(Problem problem, String part) {
        return words.named("problem." + problem.code().id() + "." + part, problem.facts());
    }
}
