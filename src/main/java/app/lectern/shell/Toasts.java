package app.lectern.shell;

import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import atlantafx.base.controls.Notification;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Shows notices at the lower right corner: finished work for 6 seconds, failures until they are closed. Of those that ask for nothing
/// only the newest shows, so that they do not pile up over what is worked on; the others are under the bell.
final class Toasts extends VBox {
    private static final Duration SHOWN = Duration.seconds(6);
    private static final int AT_ONCE = 3;
    private static final String PASSING = "lx-passing";

    Toasts(Notifications notifications) {
        getStyleClass().add("lx-toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        setViewOrder(-20);
        notifications.toastThrough(this::show);
    }

    private void show(Notice notice) {
        var text = notice.text().isEmpty() ? notice.title() : notice.title() + "\n" + notice.text();
        var toast = new Notification(text, Icons.of(notice.tone(), 16));
        toast.getStyleClass().addAll("lx-toast", notice.tone().styleClass());
        toast.setFocusTraversable(false);
        toast.setAccessibleText(text);
        toast.setPrefWidth(380);
        toast.setMaxWidth(380);
        toast.setOnClose(closed -> getChildren().remove(toast));
        notice.act().ifPresent(act -> toast.setPrimaryActions(button(toast, act)));
        if (notice.tone() != Tone.DANGER && notice.act().isEmpty()) {
            getChildren().removeIf(earlier -> earlier.getStyleClass().contains(PASSING));
            toast.getStyleClass().add(PASSING);
        }
        getChildren().add(toast);
        if (getChildren().size() > AT_ONCE) {
            getChildren().removeFirst();
        }
        if (notice.tone() != Tone.DANGER) {
            var timer = new PauseTransition(SHOWN);
            timer.setOnFinished(over -> getChildren().remove(toast));
            timer.play();
        }
    }

    private Button button(Notification toast, Notice.Act act) {
        var button = new Button(act.label());
        button.getStyleClass().add("small");
        button.setOnAction(pressed -> {
            getChildren().remove(toast);
            act.run().run();
        });
        return button;
    }
}
