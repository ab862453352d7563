package app.lectern.problems;

/// Carries a [Problem] out of the depth where it was understood to the place that shows it.
/// Its message is the code and the evidence, for the log; the words for people come from [ProblemText].
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code() + (problem.evidence().isEmpty() ? "" : " (" + problem.evidence().line() + ")"), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
