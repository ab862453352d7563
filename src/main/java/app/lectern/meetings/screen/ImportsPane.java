package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.bulk.ImportBatch;
import app.lectern.meetings.planning.bulk.SlotImport;
import app.lectern.meetings.planning.bulk.SubjectTemplate;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Notice;
import app.lectern.shell.Shell;
import app.lectern.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What leads through an import on the screen: choose a file or fill a term, look at what would come of it, create it, take it back.
final class ImportsPane {
    private static final Dialogs.FileKind LISTS = new Dialogs.FileKind("CSV, TSV, Excel", List.of("*.csv", "*.tsv", "*.txt", "*.xlsx"));

    private final Shell shell;
    private final Words words;
    private final ImportViewModel model;
    private final SlotDeedsViewModel deeds;
    private final Supplier<Optional<Integration>> in;

    ImportsPane(Shell shell, ImportViewModel model, SlotDeedsViewModel deeds, Supplier<Optional<Integration>> in) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
        this.deeds = deeds;
        this.in = in;
    }

    RehearsalBarPane bar() {
        return new RehearsalBarPane(model, words, this::review, this::create);
    }

    void open() {
        in.get().ifPresent(into -> shell.dialogs().chooseFile(words.text("meetings.import.choose"), LISTS).ifPresent(file -> model.open(into, file)));
    }

    void term(java.time.LocalDate today) {
        in.get().ifPresent(into -> model.template(into, template -> TermPane.open(shell, today, template, (pattern, subject) ->
                model.term(into, words.text("meetings.term.source", pattern.from().toString(), pattern.until().toString()), pattern,
                        Planned.at("", today.atStartOfDay(), words.zone()), new SubjectTemplate(subject)))));
    }

    void earlier() {
        in.get().ifPresent(of -> model.earlier(of, batches -> EarlierImportsPane.open(shell, batches, batch -> askUndo(of, batch))));
    }

    void review() {
        RehearsalPane.open(shell, model, this::create);
    }

    private void create() {
        in.get().ifPresent(into -> model.create(imported -> ended(into, imported)));
    }

    private void ended(Integration into, SlotImport.Imported imported) {
        var said = deeds.text().results(imported.results());
        shell.notifications().finished(imported.batch().source(), said, new Notice.Act(words.text("meetings.imports.undo"), () -> askUndo(into, imported.batch())));
        if (!imported.results().failed().isEmpty()) {
            ResultsPane.open(shell, deeds, imported.results(), failed -> model.create(into, imported.batch(), again -> ended(into, again)));
        }
    }

    /// Whoever was invited is told by Exchange.
    private void askUndo(Integration of, ImportBatch batch) {
        shell.dialogs().confirm(Dialogs.Confirmation.of(words.text("meetings.imports.undo-title", batch.source(), batch.meetings()),
                words.text("meetings.imports.undo-text"), words.text("meetings.imports.undo-accept", batch.meetings()), words.text("meetings.cancel.keep")).dangerous(),
                () -> model.undo(of, batch, undone -> {
                    if (!undone.results().failed().isEmpty()) {
                        ResultsPane.open(shell, deeds, undone.results(), failed -> askUndo(of, batch));
                    }
                }));
    }
}
