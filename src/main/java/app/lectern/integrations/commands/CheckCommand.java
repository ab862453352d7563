package app.lectern.integrations.commands;

import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.integrations.Integration;
import app.lectern.integrations.health.CheckResult;
import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.health.HealthReport;
import app.lectern.integrations.permissions.CapabilityRow;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lectern integrations check`: the health of one integration or of all active ones.
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "lectern.integrations.check.id")
    private String id;

    private final Supplier<IntegrationServices> services;
    private final GlobalOptions options;
    private final Output output;
    private final IntegrationRows rows;

    CheckCommand(Supplier<IntegrationServices> services, GlobalOptions options, Output output) {
        this.services = services;
        this.options = options;
        this.output = output;
        this.rows = new IntegrationRows(output);
    }

    @Override
    public Integer call() throws InterruptedException {
        var reports = new ArrayList<HealthReport>();
        var wanted = wanted();
        try (var progress = output.progress(output.words().text("cli.integrations.checking"))) {
            for (var each : wanted) {
                progress.detail(each.name());
                reports.add(services.get().checks().run(each, progress));
            }
        }
        if (output.wantsJson()) {
            output.json(Map.of("reports", reports.stream().map(this::json).toList(), "healthy", status(reports) == ExitStatus.DONE));
        } else {
            for (int index = 0; index < reports.size(); index++) {
                print(wanted.get(index), reports.get(index));
            }
        }
        return status(reports).number();
    }

    private List<Integration> wanted() {
        if (id != null || options.integration().isPresent()) {
            return List.of(IntegrationsCommand.chosen(services.get(), options, id));
        }
        var active = services.get().integrations().list().stream().filter(Integration::active).toList();
        return active.isEmpty() ? List.of(services.get().integrations().preferred()) : active;
    }

    /// The status of the first failure, so that a script can tell a network fault from a missing permission.
    private static ExitStatus status(List<HealthReport> reports) {
        return reports.stream()
                .flatMap(report -> report.results().stream())
                .filter(result -> result.status() == CheckStatus.FAILED)
                .findFirst()
                .map(result -> result.problem().map(Problem::code).map(Problem.Code::exit).orElse(ExitStatus.DONE_WITH_FAILURES))
                .orElse(ExitStatus.DONE);
    }

    private void print(Integration of, HealthReport report) {
        var words = output.words();
        output.say("cli.integrations.check.title", of.name(), words.of(report.overall()), words.when(report.at()));
        var table = new Table(words.text("doctor.column.check"), words.text("doctor.column.state"), words.text("doctor.column.finding"),
                words.text("cli.integrations.column.fixer"));
        report.results().forEach(result -> table.row(words.of(result.kind()), rows.health(result.status()),
                words.named(result.text(), result.facts()), words.of(result.fixer())));
        output.table(table);
        report.permissions().ifPresent(permissions -> {
            output.line("");
            var matrix = new Table(words.text("cli.integrations.column.job"), words.text("cli.integrations.column.granted"),
                    words.text("cli.integrations.column.working"), words.text("cli.integrations.column.missing"), words.text("cli.integrations.column.fixer"));
            permissions.capabilities().forEach(row -> matrix.row(words.of(row.capability()), said(row, row.granted()), said(row, row.working()),
                    String.join(", ", row.missing()), row.chosen() ? words.of(row.fixer()) : ""));
            output.table(matrix);
        });
        report.results().stream()
                .filter(result -> result.status() == CheckStatus.FAILED)
                .flatMap(result -> result.problem().stream())
                .distinct()
                .forEach(problem -> {
                    output.line("");
                    output.problem(problem);
                });
    }

    private String said(CapabilityRow row, CapabilityRow.Standing standing) {
        return row.chosen() ? output.words().of(standing) : output.words().text("cli.integrations.job-not-chosen");
    }

    private Map<String, Object> json(HealthReport report) {
        var document = new LinkedHashMap<String, Object>();
        document.put("integration", report.integration());
        document.put("at", report.at());
        document.put("took", report.took());
        document.put("overall", IntegrationRows.id(report.overall()));
        document.put("results", report.results().stream().map(this::json).toList());
        report.permissions().ifPresent(permissions -> {
            document.put("granted", permissions.granted());
            document.put("needed", permissions.required().size());
            document.put("jobs", permissions.capabilities().stream().map(CheckCommand::json).toList());
        });
        return document;
    }

    private Map<String, Object> json(CheckResult result) {
        var row = new LinkedHashMap<String, Object>();
        row.put("check", IntegrationRows.id(result.kind()));
        row.put("of", result.subject());
        row.put("status", IntegrationRows.id(result.status()));
        row.put("finding", output.words().named(result.text(), result.facts()));
        row.put("facts", result.facts());
        row.put("fixer", IntegrationRows.id(result.fixer()));
        if (!result.evidence().isEmpty()) {
            row.put("evidence", result.evidence());
        }
        result.problem().ifPresent(problem -> row.put("problem", output.asJson(problem)));
        return row;
    }

    private static Map<String, Object> json(CapabilityRow row) {
        return Map.of("job", IntegrationRows.id(row.capability()), "chosen", row.chosen(), "needed", row.needed(), "missing", row.missing(),
                "granted", IntegrationRows.id(row.granted()), "working", IntegrationRows.id(row.working()), "fixer", IntegrationRows.id(row.fixer()));
    }
}
