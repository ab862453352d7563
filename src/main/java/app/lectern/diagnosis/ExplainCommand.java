package app.lectern.diagnosis;

import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.problems.ExitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lectern explain`: what an error of Graph or Entra means, without asking anybody. Without an error it lists all it knows.
@Command(name = "explain")
public final class ExplainCommand implements Callable<Integer> {
    private final ErrorExplainer explainer;
    private final InputStream in;
    private final Output output;

    @Parameters(paramLabel = "ERROR", arity = "0..*", descriptionKey = "lectern.explain.error")
    private List<String> error = List.of();

    /// `in` is read when the error is given as `-`.
    public ExplainCommand(ErrorExplainer explainer, InputStream in, Output output) {
        this.explainer = explainer;
        this.in = in;
        this.output = output;
    }

    @Override
    public Integer call() {
        if (error.isEmpty()) {
            return list();
        }
        return explain(explainer, error.equals(List.of("-")) ? piped() : String.join(" ", error), output).number();
    }

    private String piped() {
        try {
            return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private int list() {
        var words = output.words();
        if (output.wantsJson()) {
            output.json(explainer.catalogue().stream().map(entry -> entry.asJson(words)).toList());
            return ExitStatus.DONE.number();
        }
        var table = new Table(words.text("explain.column.sign"), words.text("explain.column.meaning"), words.text("explain.column.fixer"));
        explainer.catalogue().forEach(entry -> table.row(entry.sign(), entry.title(words), words.of(entry.fixer())));
        output.table(table);
        return ExitStatus.DONE.number();
    }

    /// Not found is an answer too: what was read of the error is printed all the same.
    static ExitStatus explain(ErrorExplainer explainer, String text, Output output) {
        var words = output.words();
        var explanation = explainer.explain(text);
        var seen = explanation.seen();
        if (output.wantsJson()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("status", seen.status());
            document.put("code", seen.shownCode());
            document.put("requestId", seen.requestId());
            explanation.known().ifPresent(entry -> document.put("explanation", entry.asJson(words)));
            output.json(document);
        } else if (explanation.known().isPresent()) {
            var known = explanation.known().get();
            output.line(known.title(words));
            output.line(known.causes(words));
            output.line(known.steps(words));
            output.line(words.text("explain.fixer", words.of(known.fixer())));
            output.line(known.sign() + (seen.requestId().isEmpty() ? "" : " · request " + seen.requestId()));
        } else {
            output.say("explain.unknown");
        }
        return explanation.known().isPresent() ? ExitStatus.DONE : ExitStatus.NOT_FOUND;
    }
}
