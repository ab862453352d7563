package app.lectern.accounts;

import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.ProblemText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The run of `lectern accounts leaver`: what is lost, then, where asked for, the hand-over.
final class LeaverRun {
    private final AccountsCommand.Parts on;
    private final Output output;
    private final ProblemText problems;

    LeaverRun(AccountsCommand.Parts on, Output output) {
        this.on = on;
        this.output = output;
        this.problems = new ProblemText(output.words());
    }

    int run(String email, Path folder, String heir) throws InterruptedException {
        LeaverReport report;
        try (var progress = output.progress(output.words().text("leaver.job", email))) {
            report = on.leavers().examine(on.integration(), email, progress);
        }
        if (!output.wantsJson()) {
            print(report);
        }
        var copied = new ArrayList<LeaverReport.Step>();
        var moved = new ArrayList<LeaverReport.Step>();
        if (folder != null) {
            try (var progress = output.progress(output.words().text("leaver.copy.job", email))) {
                copied.addAll(on.leavers().copyRecordings(on.integration(), report, folder, progress));
            }
        }
        boolean wanted = heir != null && !report.meetings().isEmpty();
        boolean agreed = wanted && output.confirm("accounts.cli.move", report.meetings().size(), heir, report.invited());
        if (agreed) {
            try (var progress = output.progress(output.words().text("leaver.move.job", email))) {
                moved.addAll(on.leavers().moveMeetings(on.integration(), report, heir, progress));
            }
        }
        if (output.wantsJson()) {
            var document = AccountJson.of(report);
            document.put("copied", AccountJson.steps(copied));
            document.put("moved", AccountJson.steps(moved));
            output.json(document);
        } else {
            print(copied, "leaver.copied", report.recordings().size(), String.valueOf(folder));
            print(moved, "leaver.moved", report.meetings().size(), String.valueOf(heir));
        }
        boolean failed = !report.unseen().isEmpty() || wanted && !agreed
                || copied.stream().anyMatch(step -> step.problem().isPresent()) || moved.stream().anyMatch(step -> step.problem().isPresent());
        return (failed ? ExitStatus.DONE_WITH_FAILURES : ExitStatus.DONE).number();
    }

    private void print(LeaverReport report) {
        var words = output.words();
        if (report.losesNothing()) {
            output.say("leaver.nothing");
            return;
        }
        output.say("leaver.meetings", report.meetings().size(), LeaverReport.MONTHS_AHEAD);
        output.say("leaver.links", report.linksThatStop());
        output.say("leaver.recordings", report.recordings().size(), words.size(report.bytes()));
        if (!report.meetings().isEmpty()) {
            var table = new Table(words.text("leaver.column.subject"), words.text("leaver.column.next"),
                    words.text("leaver.column.times"), words.text("leaver.column.invited"));
            report.meetings().forEach(meeting -> table.row(meeting.subject(), words.when(meeting.next()), meeting.times(), meeting.invited()));
            output.line("");
            output.table(table);
        }
        if (!report.recordings().isEmpty()) {
            var table = new Table(words.text("leaver.column.recording"), words.text("leaver.column.size"));
            report.recordings().forEach(recording -> table.row(recording.name(), words.size(recording.size())));
            output.line("");
            output.table(table);
        }
        for (var unseen : report.unseen()) {
            output.say(unseen.part() == LeaverReport.Part.MEETINGS ? "leaver.part.meetings" : "leaver.part.recordings");
            output.problem(unseen.problem());
        }
    }

    private void print(List<LeaverReport.Step> steps, String key, int of, String where) {
        if (steps.isEmpty()) {
            return;
        }
        output.line("");
        output.say(key, steps.stream().filter(step -> step.made().isPresent()).count(), of, where);
        for (var step : steps) {
            step.problem().ifPresent(problem -> output.say("leaver.step-failed", step.name(), problems.what(problem)));
        }
    }
}
