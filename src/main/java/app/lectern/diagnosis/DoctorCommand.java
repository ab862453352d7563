package app.lectern.diagnosis;

import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/// `lectern doctor`: whether Lectern is well on this computer.
@Command(name = "doctor")
public final class DoctorCommand implements Callable<Integer> {
    private final Supplier<Doctor> doctor;
    private final Output output;

    public DoctorCommand(Supplier<Doctor> doctor, Output output) {
        this.doctor = doctor;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Finding> findings;
        try (var progress = output.progress(output.words().text("doctor.running"))) {
            findings = doctor.get().examine(progress, finding -> {});
        }
        if (output.wantsJson()) {
            output.json(Map.of("findings", findings.stream().map(this::asJson).toList(), "healthy", status(findings) == ExitStatus.DONE));
        } else {
            print(findings);
        }
        return status(findings).number();
    }

    /// The status of the first failure, so that a script can tell a network fault from a wrong secret.
    private static ExitStatus status(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.state() == Finding.State.FAILED)
                .findFirst()
                .map(finding -> finding.problem().map(Problem::code).map(Problem.Code::exit).orElse(ExitStatus.DONE_WITH_FAILURES))
                .orElse(ExitStatus.DONE);
    }

    private void print(List<Finding> findings) {
        var words = output.words();
        var table = new Table(words.text("doctor.column.check"), words.text("doctor.column.state"), words.text("doctor.column.of"),
                words.text("doctor.column.finding"));
        findings.forEach(finding -> table.row(
                words.of(finding.topic()), new Table.Cell(words.of(finding.state()), tone(finding.state())), finding.subject(), finding.text()));
        output.table(table);
        findings.stream().filter(finding -> finding.state() == Finding.State.FAILED).flatMap(finding -> finding.problem().stream())
                .distinct()
                .forEach(problem -> {
                    output.line("");
                    output.problem(problem);
                });
    }

    private static Tone tone(Finding.State state) {
        return switch (state) {
            case PASSED -> Tone.GOOD;
            case WARNING -> Tone.WARNING;
            case FAILED -> Tone.BAD;
            case NOT_CHECKED, NOTHING_TO_CHECK -> Tone.MUTED;
        };
    }

    private Map<String, Object> asJson(Finding finding) {
        var row = new LinkedHashMap<String, Object>();
        row.put("check", id(finding.topic()));
        row.put("state", id(finding.state()));
        row.put("of", finding.subject());
        row.put("finding", finding.text());
        finding.problem().ifPresent(problem -> row.put("problem", output.asJson(problem)));
        return row;
    }

    private static String id(Enum<?> member) {
        return member.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
