package app.lectern.shell;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.problems.Remedy;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.ShareBar;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
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

    private void show(Loading<T> state) {
        getChildren().clear();
        switch (state) {
            case Loading.Idle<T> idle -> {}
            case Loading.Busy<T> busy -> {
                getChildren().add(bar());
                data(busy.before(), () -> getChildren().add(new LoadingRows(ROWS)));
            }
            case Loading.Ready<T> ready -> data(Optional.of(ready.value()), () -> {});
            case Loading.Failed<T> failed when failed.before().isEmpty() -> getChildren().add(alone(failed.problem()));
            case Loading.Failed<T> failed -> {
                getChildren().add(above(failed.problem()));
                data(failed.before(), () -> {});
            }
        }
    }

    private static ShareBar bar() {
        return LoadingRows.bar(-1);
    }

    private void data(Optional<T> value, Runnable otherwise) {
        value.ifPresentOrElse(known -> {
            if (empty.test(known)) {
                getChildren().add(nothing);
            } else {
                fill.accept(content, known);
                getChildren().add(content);
            }
        }, otherwise);
    }

    private InlineMessage above(Problem problem) {
        var text = new ProblemText(shell.words());
        var message = new InlineMessage(tone(problem), text.what(problem), text.why(problem) + " " + text.next(problem));
        problem.remedies().stream().limit(2).forEach(each ->
                message.button(text.remedy(each), Optional.empty(), () -> remedy.accept(each)));
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
        return isOffline(problem) ? Tone.WARNING : Tone.DANGER;
    }

    private static boolean isOffline(Problem problem) {
        return problem.code() == Problem.Code.HOST_UNKNOWN || problem.code() == Problem.Code.CONNECTION_LOST;
    }

    private static String icon(Problem problem) {
        return switch (problem.code()) {
            case PERMISSION_MISSING, CONSENT_MISSING, ACCESS_POLICY_MISSING -> "bi-shield-lock";
            case HOST_UNKNOWN, CONNECTION_LOST, CONNECTION_REFUSED -> "bi-wifi-off";
            default -> "bi-exclamation-triangle";
        };
    }
}
