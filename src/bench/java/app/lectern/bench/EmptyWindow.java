package app.lectern.bench;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// The least that a themed JavaFX program can be: what Lectern's start, memory and rest are measured against.
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
                        usable();
                    }
                }
            }.start();
        });
    }

    private static void usable() {
        var began = Instant.ofEpochMilli(Long.getLong("lectern.measure.began"));
        System.out.println("window usable after " + Duration.between(began, Instant.now()).toMillis() + " ms");
        System.out.println("until then the processor worked " + processorTime().toMillis() + " ms");
        if (!"rest".equals(System.getProperty("lectern.measure"))) {
            Platform.exit();
            return;
        }
        after(Long.getLong("lectern.measure.settle", 0), () -> {
            var before = processorTime();
            after(Long.getLong("lectern.measure.rest", 10), () -> {
                System.out.println("at rest the processor worked " + processorTime().minus(before).toMillis() + " ms");
                System.out.println("resident " + resident() + " kB");
                Platform.exit();
            });
        });
    }

    /// Not an animation, which would keep the pulses going that are to be at rest.
    private static void after(long seconds, Runnable then) {
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(Duration.ofSeconds(seconds));
                Platform.runLater(then);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static String resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                    .findFirst().orElse("").replaceAll("\\D", "");
        } catch (IOException notHere) {
            return "0";
        }
    }
}
