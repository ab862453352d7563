package app.lectern.accounts;

import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.Integration;
import app.lectern.problems.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lectern accounts`: check, resolve, leaver, known and forget, on the same services as the screen.
@Command(name = "accounts")
public final class AccountsCommand implements Runnable {
    /// What the command works with, opened when a subcommand needs it.
    public record Parts(AccountVerifier verifier, Organisers organisers, LeaverCheck leavers, Integration integration) {}

    private final Supplier<Parts> parts;
    private final Output output;
    private final AccountText text;

    @Spec
    private CommandSpec spec;

    public AccountsCommand(Supplier<Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
        this.text = new AccountText(output.words());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "check")
    int check(
            @Parameters(arity = "0..*", paramLabel = "EMAIL", descriptionKey = "accounts.option.emails") List<String> emails,
            @Option(names = "--file", paramLabel = "FILE", descriptionKey = "accounts.option.file") Path file,
            @Option(names = "--csv", descriptionKey = "accounts.option.csv") boolean csv) throws InterruptedException {
        var wanted = addresses(emails, file);
        var on = parts.get();
        List<AccountReport> reports;
        try (var progress = output.progress(output.words().text("accounts.job"))) {
            reports = on.verifier().check(on.integration(), wanted.addresses(), report -> {}, progress);
        }
        if (csv) {
            output.line(new ReportCsv(output.words()).csv(reports, on.integration().isSimulated()).stripTrailing());
        } else if (output.wantsJson()) {
            output.json(AccountJson.of(reports, text, on.integration()));
        } else {
            print(reports);
            if (wanted.duplicates() + wanted.malformed() > 0) {
                output.note("accounts.cli.left-out", wanted.duplicates(), wanted.malformed());
            }
        }
        return status(reports);
    }

    private AddressList addresses(List<String> emails, Path file) {
        var typed = new ArrayList<>(emails == null ? List.<String>of() : emails);
        try {
            if (file != null) {
                typed.addAll(AddressList.read(file).addresses());
            }
        } catch (IOException unreadable) {
            throw app.lectern.cli.CommandTree.wrong(file.toString(), "@accounts.cli.file");
        }
        var wanted = AddressList.of(typed);
        if (wanted.addresses().isEmpty()) {
            throw app.lectern.cli.CommandTree.wrong("EMAIL", "@accounts.cli.none");
        }
        return wanted;
    }

    private static int status(List<AccountReport> reports) {
        boolean failed = reports.stream().map(report -> report.verdict().kind())
                .anyMatch(kind -> kind == Verdict.Kind.CANNOT || kind == Verdict.Kind.UNKNOWN);
        return (failed ? ExitStatus.DONE_WITH_FAILURES : ExitStatus.DONE).number();
    }

    private void print(List<AccountReport> reports) {
        var words = output.words();
        var head = new ArrayList<>(List.of(words.text("accounts.column.email"), words.text("accounts.column.result")));
        AccountReport.MAIN.forEach(check -> head.add(text.check(check)));
        var table = new Table(head.toArray(String[]::new));
        for (var report : reports) {
            var cells = new ArrayList<Object>(List.of(report.address(), new Table.Cell(text.chip(report), tone(report.verdict().kind()))));
            for (var check : AccountReport.MAIN) {
                var outcome = report.column(check).map(Finding::outcome).orElse(Outcome.SKIPPED);
                cells.add(new Table.Cell(text.outcome(outcome), tone(outcome)));
            }
            table.row(cells.toArray());
        }
        output.table(table);
        for (var report : reports) {
            for (var finding : text.because(report)) {
                output.line("");
                output.line(report.address() + ": " + text.says(finding));
                text.next(finding).ifPresent(next -> output.line("  " + next));
                text.command(finding).ifPresent(command -> output.line(command.indent(4).stripTrailing()));
                if (!finding.asked().isNothing()) {
                    output.line("  " + finding.asked().line());
                }
            }
        }
        output.line("");
        var count = reports.stream().collect(Collectors.groupingBy(report -> report.verdict().kind(), Collectors.counting()));
        output.say("accounts.cli.summary", reports.size(), count.getOrDefault(Verdict.Kind.CAN_ORGANISE, 0L),
                count.getOrDefault(Verdict.Kind.WITH_LIMITS, 0L), count.getOrDefault(Verdict.Kind.CANNOT, 0L),
                count.getOrDefault(Verdict.Kind.UNKNOWN, 0L));
    }

    private static Tone tone(Verdict.Kind kind) {
        return switch (kind) {
            case CAN_ORGANISE -> Tone.GOOD;
            case WITH_LIMITS -> Tone.WARNING;
            case CANNOT -> Tone.BAD;
            case UNKNOWN -> Tone.MUTED;
        };
    }

    private static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case PASSES -> Tone.GOOD;
            case WARNS -> Tone.WARNING;
            case FAILS -> Tone.BAD;
            case UNKNOWN, SKIPPED -> Tone.MUTED;
        };
    }

    @Command(name = "resolve")
    int resolve(@Option(names = "--as", paramLabel = "EMAIL", descriptionKey = "accounts.option.own") String own)
            throws InterruptedException {
        var on = parts.get();
        var saved = on.organisers().order(on.integration());
        var order = own == null ? saved : new OrganiserOrder(own, saved.first());
        EmailChain chain;
        try (var progress = output.progress(output.words().text("organiser.title"))) {
            chain = on.organisers().resolve(on.integration(), order, progress);
        }
        if (output.wantsJson()) {
            var document = AccountJson.of(chain, text);
            if (chain.winner().isEmpty()) {
                document.put("problem", output.asJson(chain.problem()));
            }
            output.json(document);
        } else {
            print(chain);
        }
        return (chain.winner().isPresent() ? ExitStatus.DONE : ExitStatus.DONE_WITH_FAILURES).number();
    }

    private void print(EmailChain chain) {
        var words = output.words();
        var table = new Table(words.text("accounts.cli.column.role"), words.text("accounts.cli.column.account"),
                words.text("accounts.column.result"), words.text("accounts.column.because"));
        for (var link : chain.links()) {
            var tone = link.standing() == EmailChain.Standing.WINS ? Tone.GOOD
                    : link.standing() == EmailChain.Standing.PASSED_OVER ? Tone.BAD : Tone.MUTED;
            table.row(text.role(link.role()), link.address(), new Table.Cell(text.standing(link), tone), text.explains(link));
        }
        output.table(table);
        if (chain.winner().isEmpty()) {
            output.problem(chain.problem());
        }
    }

    @Command(name = "leaver")
    int leaver(
            @Parameters(paramLabel = "EMAIL", descriptionKey = "accounts.option.leaver") String email,
            @Option(names = "--copy-to", paramLabel = "DIR", descriptionKey = "accounts.option.copy-to") Path folder,
            @Option(names = "--move-to", paramLabel = "EMAIL", descriptionKey = "accounts.option.move-to") String heir)
            throws InterruptedException {
        return new LeaverRun(parts.get(), output).run(email, folder, heir);
    }

    @Command(name = "known")
    int known(@Option(names = "--csv", descriptionKey = "accounts.option.csv") boolean csv) {
        var on = parts.get();
        var reports = on.verifier().known(on.integration());
        if (csv) {
            output.line(new ReportCsv(output.words()).csv(reports, on.integration().isSimulated()).stripTrailing());
        } else if (output.wantsJson()) {
            output.json(AccountJson.of(reports, text, on.integration()));
        } else {
            print(reports);
        }
        return ExitStatus.DONE.number();
    }

    @Command(name = "forget")
    int forget() {
        var on = parts.get();
        int gone = on.verifier().forget(on.integration());
        if (output.wantsJson()) {
            output.json(Map.of("forgotten", gone));
        } else {
            output.say("accounts.cli.forgotten", gone);
        }
        return ExitStatus.DONE.number();
    }
}
