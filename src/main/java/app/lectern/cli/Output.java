package app.lectern.cli;

import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.vault.Secret;
import app.lectern.words.Words;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How a command speaks: text and tables for people, or one JSON document with `--json`; problems in the same words as
/// the window.
public final class Output {
    private final Terminal terminal;
    private final GlobalOptions options;
    private final Words words;
    private final ProblemText problems;

    public Output(Terminal terminal, GlobalOptions options, Words words) {
        this.terminal = terminal;
        this.options = options;
        this.words = words;
        this.problems = new ProblemText(words);
    }

    public Words words() {
        return words;
    }

    public boolean wantsJson() {
        return options.json();
    }

    /// A line of the result.
    public void say(String key, Object... args) {
        terminal.out().println(words.text(key, args));
    }

    /// A line of the result that is data, not words.
    public void line(String text) {
        terminal.out().println(text);
    }

    /// A line about the run, for people only.
    public void note(String key, Object... args) {
        terminal.err().println(Tone.MUTED.paint(words.text(key, args), colour()));
    }

    public void table(Table table) {
        table.lines(colour()).forEach(terminal.out()::println);
    }

    public void json(Object document) {
        try {
            terminal.out().println(Json.WRITER.writeValueAsString(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a result that has no JSON form: " + document.getClass(), impossible);
        }
    }

    /// Prints the problem and returns the exit status that goes with it.
    public ExitStatus problem(Problem problem) {
        if (options.json()) {
            json(Map.of("problem", asJson(problem)));
            return problem.code().exit();
        }
        var err = terminal.err();
        err.println(Tone.BAD.paint(problems.what(problem), colour()));
        err.println(problems.why(problem));
        err.println(problems.next(problem));
        for (var remedy : problem.remedies()) {
            if (!remedy.payload().isEmpty()) {
                err.println("  " + problems.remedy(remedy) + ": " + remedy.payload());
            }
        }
        if (!problem.evidence().isEmpty()) {
            err.println(Tone.MUTED.paint(problem.evidence().line(), colour()));
            if (options.verbose() && !problem.evidence().message().isEmpty()) {
                err.println(Tone.MUTED.paint(problem.evidence().message(), colour()));
            }
        }
        return problem.code().exit();
    }

    /// Where a fault in Lectern itself came from, for those who asked with `--verbose`.
    void trace(Throwable fault) {
        if (options.verbose()) {
            fault.printStackTrace(terminal.err());
        }
    }

    /// The problem as other programs read it: its code, the three sentences and the service's evidence.
    public Map<String, Object> asJson(Problem problem) {
        var document = new LinkedHashMap<String, Object>();
        document.put("code", problem.code().id());
        document.put("what", problems.what(problem));
        document.put("why", problems.why(problem));
        document.put("next", problems.next(problem));
        document.put("facts", problem.facts());
        if (!problem.evidence().isEmpty()) {
            document.put("evidence", problem.evidence());
        }
        if (!problem.remedies().isEmpty()) {
            document.put("remedies", problem.remedies());
        }
        return document;
    }

    /// Asks a yes-or-no question; `--yes` answers it, and without a person to ask the answer is no.
    public boolean confirm(String key, Object... args) {
        if (options.yes()) {
            return true;
        }
        if (!terminal.interactive()) {
            return false;
        }
        var answer = terminal.readLine(words.text(key, args) + " " + words.text("cli.confirm.choices") + " ").orElse("");
        return answer.strip().equalsIgnoreCase(words.text("cli.confirm.yes"));
    }

    /// Asks for something that must not be shown; empty without a person to ask.
    public Optional<Secret> askHidden(String key, Object... args) {
        return terminal.interactive() ? Optional.of(terminal.readSecret(words.text(key, args))) : Optional.empty();
    }

    public ConsoleProgress progress(String title) {
        return new ConsoleProgress(terminal, words, title, terminal.interactive() && !options.json());
    }

    private boolean colour() {
        return terminal.colour() && !options.noColor();
    }

    /// Made when the first document is written: it costs a fifth of a short command.
    private static final class Json {
        private static final ObjectMapper WRITER = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .build();
    }
}
