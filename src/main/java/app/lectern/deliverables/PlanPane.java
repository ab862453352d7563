package app.lectern.deliverables;

import app.lectern.problems.Problem;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Later;
import app.lectern.shell.Loading;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.ShareBar;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The dry run: every change with a tick, the problems it met, and the button that applies what is ticked.
final class PlanPane extends VBox {
    private static final int MOST_NOTES = 3;
    /// Most readings end before anybody would want to end them.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Shell shell;
    private final Words words;
    private final DeliverablesViewModel screen;
    private final PlanViewModel model;
    private final PlanTroublePane trouble;
    private final Label made = new Label();
    private final ShareBar loading = LoadingRows.bar(-1);
    private final FlowPane counts = new FlowPane();
    private final VBox notes = new VBox();
    private final ListView<Change> list = new ListView<>();
    private final StackPane body = new StackPane();
    private final Button again = new Button();
    private final Later later = Later.onFxThread();
    private final Button apply = new Button();

    PlanPane(Shell shell, DeliverablesViewModel screen) {
        this.shell = shell;
        this.words = shell.words();
        this.screen = screen;
        this.model = screen.plan();
        this.trouble = new PlanTroublePane(shell, screen);
        getStyleClass().addAll("lx-card", "lx-area", "lx-plan");
        // in a narrow window it is a sheet, away from its screen
        getStylesheets().add(FormPane.styleSheet());
        var title = new Label(words.text("deliverables.dry-run"));
        title.getStyleClass().add("lx-card-title");
        made.getStyleClass().add("lx-secondary");
        var head = new HBox(title, Card.space(), made);
        head.getStyleClass().add("head");
        counts.getStyleClass().add("counts");
        notes.getStyleClass().add("notes");
        list.setId("deliverables-changes");
        list.getStyleClass().add("edge-to-edge");
        list.setAccessibleText(words.text("deliverables.changes"));
        list.setCellFactory(of -> new ChangeCell(model, words, this::today));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::tickBySpace);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, loading, counts, notes, body, foot());
        model.stateProperty().subscribe(this::show);
        model.tickedProperty().subscribe(now -> showApply());
    }

    private LocalDate today() {
        return screen.stateProperty().get().data().map(Snapshot::today).orElse(LocalDate.MAX);
    }

    private void tickBySpace(KeyEvent key) {
        var change = list.getSelectionModel().getSelectedItem();
        if (key.getCode() == KeyCode.SPACE && change != null && key.getTarget() == list) {
            model.tick(change, !model.isTicked(change));
            list.refresh();
            key.consume();
        }
    }

    private VBox foot() {
        var promise = new Label(words.text("deliverables.never-touched"));
        promise.getStyleClass().add("lx-secondary");
        promise.setWrapText(true);
        again.setId("deliverables-again");
        apply.setId("deliverables-apply");
        apply.getStyleClass().add("accent");
        apply.setOnAction(pressed -> apply());
        var buttons = new HBox(again, Card.space(), apply);
        buttons.getStyleClass().add("buttons");
        var foot = new VBox(promise, buttons);
        foot.getStyleClass().add("foot-box");
        return foot;
    }

    /// The one button runs the calendars' reading, and ends one that takes long.
    private void offer(String key, String icon, Runnable action) {
        again.setText(words.text(key));
        again.setGraphic(Icons.of(icon, 14));
        again.setOnAction(pressed -> action.run());
        again.setDisable(false);
    }

    private void apply() {
        long deletions = model.deletions();
        if (deletions == 0) {
            model.apply();
            return;
        }
        shell.dialogs().confirm(Dialogs.Confirmation.of(words.text("deliverables.delete-events", deletions), words.text("deliverables.delete-events.text"),
                words.text("deliverables.apply", model.tickedProperty().get()), words.text("deliverables.keep-events")).dangerous()
                .sameAs(screen.sameCommand("sync")), model::apply);
    }

    private void showApply() {
        int count = model.tickedProperty().get();
        apply.setText(count == 0 && model.canApply() ? words.text("deliverables.finish") : words.text("deliverables.apply", count));
        apply.setDisable(!model.canApply());
    }

    private void show(Loading<Plan> state) {
        loading.setVisible(state.isBusy());
        notes.getChildren().clear();
        counts.getChildren().clear();
        made.setText("");
        switch (state) {
            case Loading.Failed<Plan>(Problem problem, var before) -> body.getChildren().setAll(trouble.refused(problem));
            case Loading.Idle<Plan> idle -> body.getChildren().setAll(new StatePane("bi-list-check", Tone.NEUTRAL, words.text("deliverables.no-dry-run"),
                    words.text("deliverables.no-dry-run.text")));
            case Loading.Busy<Plan>(var before) -> showBusy(before.filter(plan -> !plan.isEmpty()));
            case Loading.Ready<Plan>(Plan plan) -> fill(plan);
        }
        showAgain(state);
        showNode(counts, !counts.getChildren().isEmpty());
        showNode(notes, !notes.getChildren().isEmpty());
        showApply();
    }

    /// The changes that were found last stay readable; what was found wrong may be right by now.
    private void showBusy(Optional<Plan> before) {
        before.ifPresentOrElse(this::fill, () -> body.getChildren().setAll(new LoadingRows(6)));
        made.setText(words.text(model.isApplying() ? "deliverables.writing" : "deliverables.reading"));
    }

    private void showAgain(Loading<Plan> state) {
        later.cancel();
        offer("deliverables.run-again", "bi-arrow-clockwise", model::run);
        again.setDisable(state.isBusy() || !model.canRun());
        // what was refused offers it itself
        boolean isRefused = state instanceof Loading.Failed<Plan> || state instanceof Loading.Ready<Plan>(Plan plan) && plan.isEmpty() && plan.closedMailbox().isPresent();
        showNode(again, !isRefused);
        if (state.isBusy() && !model.isApplying()) {
            later.run(PATIENCE, this::offerCancel);
        }
    }

    private void offerCancel() {
        if (model.stateProperty().get().isBusy() && !model.isApplying()) {
            offer("dialog.cancel", "bi-x", model::stop);
        }
    }

    private static void showNode(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void fill(Plan plan) {
        made.setText(words.text("deliverables.made-at", words.time(plan.madeAt())));
        for (var kind : Change.Kind.values()) {
            if (plan.count(kind) > 0) {
                counts.getChildren().add(new Chip(count(kind, plan.count(kind)), DueTones.of(kind), DueTones.icon(kind)));
            }
        }
        addNotes(plan);
        list.getItems().setAll(plan.changes());
        body.getChildren().setAll(plan.isEmpty() ? nothing(plan) : list);
    }

    private StatePane nothing(Plan plan) {
        return plan.closedMailbox().map(plan.problems()::get).map(trouble::notRead).orElseGet(() -> new StatePane("bi-check", Tone.SUCCESS,
                words.text("deliverables.all-in-sync"), words.text("deliverables.all-in-sync.text", plan.unchanged())));
    }

    private String count(Change.Kind kind, long number) {
        return switch (kind) {
            case CREATE -> words.text("deliverables.count.create", number);
            case UPDATE -> words.text("deliverables.count.update", number);
            case MOVE -> words.text("deliverables.count.move", number);
            case DELETE -> words.text("deliverables.count.delete", number);
            case CONFLICT -> words.text("deliverables.count.conflict", number);
        };
    }

    private void addNotes(Plan plan) {
        if (plan.unfinished() > 0) {
            notes.getChildren().add(new InlineMessage(Tone.ACCENT, words.text("deliverables.unfinished", plan.unfinished()),
                    words.text("deliverables.unfinished.text"))
                    .button(words.text("deliverables.abandon"), Optional.empty(), model::abandonUnfinished));
        }
        if (plan.calendar() == CalendarState.DELETED || plan.calendar() == CalendarState.RENAMED) {
            notes.getChildren().add(new InlineMessage(Tone.WARNING, words.of(plan.calendar()), words.text("deliverables.calendar-note", plan.calendarName())));
        }
        if (!plan.strangers().isEmpty()) {
            notes.getChildren().add(new InlineMessage(Tone.WARNING, words.text("deliverables.strangers", plan.strangers().size()),
                    words.text("deliverables.strangers.text"))
                    .button(words.text("deliverables.rebuild"), Optional.empty(), () -> model.rebuild(screen.assignees())));
        }
        var said = plan.isEmpty() ? plan.closedMailbox() : Optional.<String>empty();
        var others = plan.problems().entrySet().stream().filter(each -> !said.equals(Optional.of(each.getKey()))).toList();
        others.stream().limit(MOST_NOTES).forEach(each -> notes.getChildren().add(trouble.note(each.getKey(), each.getValue())));
        if (others.size() > MOST_NOTES) {
            notes.getChildren().add(new Label(words.text("deliverables.more-problems", others.size() - MOST_NOTES)));
        }
    }
}
