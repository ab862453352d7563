package app.lectern.shell;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.problems.Remedy;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.ShareBar;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Shows a [Loading]: grey rows while nothing is known, a thin bar over old data while more comes, the problem above
/// the data it concerns, and a pane of its own when there is nothing to show.
public final class LoadingPane<T> extends VBox {
    private static final int ROWS = 6;

    private final Shell shell;
    private final Node content;
    private final BiConsumer<Node, T> fill;
    private final Predicate<T> empty;
    private final Node nothing;
    private final Consumer<Remedy> remedy;
    private final Subscription watching;

    /// `fill` puts data into `content`; `nothing` shows where `empty` holds; `remedy` carries out what only the caller can.
    public LoadingPane(Shell shell, ObservableValue<Loading<T>> state, Node content, BiConsumer<Node, T> fill,
            Predicate<T> empty, Node nothing, Consumer<Remedy> remedy) {
        this.shell = shell;
        this.content = content;
        this.fill = fill;
        this.empty = empty;
        this.nothing = nothing;
        this.remedy = remedy;
        setVgrow(content, Priority.ALWAYS);
        setVgrow(nothing, Priority.ALWAYS);
        watching = state.subscribe(this::show);
    }

    /// Stops following the state; for panes that go before their view model does.
    public void release() {
        watching.unsubscribe();
    }

    /// Nodes that stay are not taken out and put in again: that would take the keyboard from whoever works in them.
    private void show(Loading<T> state) {
        var wanted = new ArrayList<Node>();
        switch (state) {
            case Loading.Idle<T> idle -> wanted.add(nothing);
            case Loading.Busy<T> busy -> {
                wanted.add(bar());
                wanted.add(busy.before().map(this::filled).orElseGet(() -> new LoadingRows(ROWS)));
            }
            case Loading.Ready<T> ready -> wanted.add(filled(ready.value()));
            case Loading.Failed<T> failed when failed.before().isEmpty() -> wanted.add(alone(failed.problem()));
            case Loading.Failed<T> failed -> {
                wanted.add(above(failed.problem()));
                failed.before().map(this::filled).ifPresent(wanted::add);
            }
        }
        getChildren().removeIf(node -> !wanted.contains(node));
        for (int at = 0; at < wanted.size(); at++) {
            if (!getChildren().contains(wanted.get(at))) {
                getChildren().add(at, wanted.get(at));
            }
        }
    }

    private static ShareBar bar() {
        return LoadingRows.bar(-1);
    }

    private Node filled(T value) {
        if (empty.test(value)) {
            return nothing;
        }
        fill.accept(content, value);
        return content;
    }

    private InlineMessage above(Problem problem) {
        var text = new ProblemText(shell.words());
        var message = new InlineMessage(tone(problem), text.what(problem), text.why(problem) + " " + text.next(problem));
        problem.remedies().stream().limit(2).forEach(each ->
                message.button(text.remedy(each), Optional.empty(), () -> remedy.accept(each)));
        if (problem.remedies().size() < 2) {
            ProblemMessage.copyable(message, shell, problem);
        }
        setMargin(message, new javafx.geometry.Insets(10));
        return message;
    }

    private StatePane alone(Problem problem) {
        var text = new ProblemText(shell.words());
        var pane = new StatePane(icon(problem), Tone.DANGER, text.what(problem), text.why(problem) + " " + text.next(problem));
        if (!problem.evidence().line().isEmpty()) {
            pane.evidence(problem.evidence().line());
        }
        pane.smallButtons();
        problem.remedies().forEach(each -> pane.button(text.remedy(each), "", () -> remedy.accept(each)));
        pane.button(shell.words().text("dialog.copy-details"), "bi-clipboard", () -> shell.copy(ShellDialogs.details(problem, text)));
        setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private static Tone tone(Problem problem) {
        return problem.isUnreached() ? Tone.WARNING : Tone.DANGER;
    }

    private static String icon(Problem problem) {
        return switch (problem.code()) {
            case PERMISSION_MISSING, CONSENT_MISSING, ACCESS_POLICY_MISSING -> "bi-shield-lock";
            case HOST_UNKNOWN, CONNECTION_LOST, CONNECTION_REFUSED -> "bi-wifi-off";
            default -> "bi-exclamation-triangle";
        };
    }
}
