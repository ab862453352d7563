package app.lectern.meetings.planning.bulk;

import app.lectern.cli.Table;
import app.lectern.problems.ExitStatus;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What is done to a whole import: `lectern meetings imports|retry|undo`.
final class MeetingBatchCommand {
    private MeetingBatchCommand() {}

    @Command(name = "imports")
    static final class Imports implements Callable<Integer> {
        private final ImportTalk talk;

        Imports(ImportTalk talk) {
            this.talk = talk;
        }

        @Override
        public Integer call() {
            var on = talk.parts();
            var earlier = on.imports().earlier(on.integration());
            var output = talk.output();
            if (output.wantsJson()) {
                output.json(Map.of("imports", earlier.stream().map(talk.json()::of).toList()));
                return ExitStatus.DONE.number();
            }
            var words = output.words();
            var table = new Table(words.text("import.column.batch"), words.text("import.column.created"), words.text("import.column.source"),
                    words.text("import.column.meetings"), words.text("import.column.undone"));
            earlier.forEach(each -> table.row(each.batch(), words.when(each.createdAt()), each.source(), each.meetings(), each.undoneAt().map(words::when).orElse("")));
            output.table(table);
            return ExitStatus.DONE.number();
        }
    }

    @Command(name = "retry")
    static final class Retry implements Callable<Integer> {
        private final ImportTalk talk;

        @Parameters(paramLabel = "BATCH", descriptionKey = "import.option.batch")
        private String batch;

        Retry(ImportTalk talk) {
            this.talk = talk;
        }

        @Override
        public Integer call() throws InterruptedException {
            var on = talk.parts();
            var found = on.imports().find(on.integration(), batch);
            try (var progress = talk.output().progress(talk.output().words().text("import.job", found.source(), found.meetings()))) {
                return talk.ended(on.imports().create(on.integration(), found, progress));
            }
        }
    }

    @Command(name = "undo")
    static final class Undo implements Callable<Integer> {
        private final ImportTalk talk;

        @Parameters(paramLabel = "BATCH", descriptionKey = "import.option.batch")
        private String batch;

        Undo(ImportTalk talk) {
            this.talk = talk;
        }

        @Override
        public Integer call() throws InterruptedException {
            var on = talk.parts();
            var output = talk.output();
            var found = on.imports().find(on.integration(), batch);
            var slots = on.imports().slots(on.integration(), found);
            long invited = slots.stream().filter(slot -> slot.isInTenant() && !slot.planned().attendees().isEmpty()).count();
            if (!output.confirm("import.cli.undo", slots.size(), found.source(), invited)) {
                output.note("import.cli.not-undone");
                return ExitStatus.DONE_WITH_FAILURES.number();
            }
            try (var progress = output.progress(output.words().text("import.undo-job", found.source(), slots.size()))) {
                return talk.ended(on.imports().undo(on.integration(), found, progress));
            }
        }
    }
}
