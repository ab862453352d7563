package app.lectern.accounts;

import app.lectern.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Results as CSV for spreadsheets, one row per account, and as plain text for a message to somebody.
public final class ReportCsv {
    private final Words words;
    private final AccountText text;

    public ReportCsv(Words words) {
        this.words = words;
        this.text = new AccountText(words);
    }

    /// UTF-8 with its mark, without which spreadsheets take it for something else. A demo tenant's rows say that they are simulated.
    public String csv(Collection<AccountReport> reports, boolean simulated) {
        var lines = new ArrayList<String>();
        var head = new ArrayList<>(List.of(words.text("accounts.column.email"), words.text("accounts.column.name"),
                words.text("accounts.column.object-id"), words.text("accounts.column.result"), words.text("accounts.column.because"),
                words.text("accounts.column.next")));
        for (var check : Check.values()) {
            head.add(text.check(check));
        }
        head.add(words.text("accounts.column.zone"));
        head.add(words.text("accounts.column.checked"));
        if (simulated) {
            head.add(words.text("accounts.column.data"));
        }
        lines.add(row(head));
        for (var report : reports) {
            lines.add(row(cells(report, simulated)));
        }
        return "\uFEFF" + String.join("\r\n", lines) + "\r\n";
    }

    private List<String> cells(AccountReport report, boolean simulated) {
        var because = text.because(report);
        var cells = new ArrayList<>(List.of(report.address(), report.account().map(Account::displayName).orElse(""), report.objectId(),
                text.verdict(report.verdict().kind()), because.stream().map(text::says).collect(Collectors.joining(" ")),
                because.stream().map(text::next).flatMap(Optional::stream).collect(Collectors.joining(" "))));
        for (var check : Check.values()) {
            cells.add(report.finding(check).map(found -> text.outcome(found.outcome())).orElse(""));
        }
        cells.add(report.timeZone());
        cells.add(report.checkedAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
        if (simulated) {
            cells.add(words.text("accounts.simulated"));
        }
        return cells;
    }

    /// Every finding with its evidence, for support.
    public String report(AccountReport report, boolean simulated) {
        var lines = new ArrayList<String>();
        lines.add(report.displayName() + " <" + report.address() + ">" + (simulated ? " · " + words.text("accounts.simulated") : ""));
        lines.add(text.verdict(report.verdict().kind()) + " · " + words.text("accounts.checked-at", words.when(report.checkedAt())));
        for (var finding : report.findings()) {
            lines.add("");
            lines.add(text.outcome(finding.outcome()) + ": " + text.check(finding.check()));
            lines.add("  " + text.says(finding));
            text.next(finding).ifPresent(next -> lines.add("  " + next));
            if (!finding.asked().isNothing()) {
                lines.add("  " + finding.asked().line());
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(List<String> cells) {
        return cells.stream().map(ReportCsv::quoted).collect(Collectors.joining(","));
    }

    /// A cell that begins like a formula gets a quote mark, so that no spreadsheet carries it out.
    private static String quoted(String cell) {
        var safe = cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
        return safe.matches("(?s).*[\",\\r\\n;].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
