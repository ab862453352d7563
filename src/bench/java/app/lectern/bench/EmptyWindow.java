package app.lectern.bench;

import atlantafx.base.theme.PrimerLight;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/// The least that a themed JavaFX program can be: what Lectern's start is measured against.
public final class EmptyWindow {
    public static void main(String[] args) {
        Platform.startup(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            var root = new BorderPane(new Label("Nothing"));
            root.setTop(new Button("Button"));
            var stage = new Stage();
            stage.setScene(new Scene(root, 1360, 860));
            stage.show();
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    if (++frames == 2) {
                        stop();
                        var began = ProcessHandle.current().info().startInstant().orElseThrow();
                        System.out.println("window usable after " + Duration.between(began, Instant.now()).toMillis() + " ms");
                        System.out.println("until then the processor worked "
                                + ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() + " ms");
                        Platform.exit();
                    }
                }
            }.start();
        });
    }
}
