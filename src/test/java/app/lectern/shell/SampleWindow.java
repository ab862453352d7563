package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The window on the headless platform, with a first screen, palette and tasks, for the tests that meet it as a person does.
abstract class SampleWindow {
    final Keyboard robot = new Keyboard();
    final List<String> done = new ArrayList<>();
    SampleShell sample;
    MainWindow window;
    Stage stage;
    Path folder;
    private Complaints complaints;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        complaints = new Complaints();
        sample = new SampleShell(folder, new FxExecutor()).withPalette().withTasks();
        sample.screens.add(Screen.of(Place.OVERVIEW, shell -> filtered())
                .on(Screen.Verb.REFRESH, () -> done.add("refresh"))
                .on(Screen.Verb.SYNC, () -> done.add("sync"))
                .on(Screen.Verb.NEW, () -> done.add("new")));
        Toolkit.onFx(() -> {
            window = new MainWindow(sample.parts());
            stage = new Stage();
            window.show(stage);
            return null;
        });
        settle();
    }

    @AfterEach
    void close() throws Exception {
        Toolkit.onFx(() -> {
            stage.hide();
            return null;
        });
        sample.jobs.close();
        complaints.close();
        assertThat(complaints.logged()).as("what JavaFX logged").isEmpty();
    }

    static Node filtered() {
        var filter = new TextField();
        filter.setId("filter");
        var list = new VBox(new javafx.scene.control.Button("row"));
        var filters = new VBox(filter);
        filters.getStyleClass().add(Focus.AREA);
        list.getStyleClass().add(Focus.AREA);
        return new VBox(filters, list, new Label("end"));
    }

    /// For the eye: the popup that is open now.
    static void photograph(String name) {
        Toolkit.run(() -> javafx.stage.Window.getWindows().stream()
                .filter(javafx.stage.PopupWindow.class::isInstance)
                .findFirst()
                .ifPresent(popup -> write(name, Png.encode(popup.getScene().snapshot(null)))));
    }

    static void write(String name, byte[] png) {
        try {
            java.nio.file.Files.write(java.nio.file.Files.createDirectories(Path.of("target/pictures")).resolve(name + ".png"), png);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    void press(KeyCode... keys) {
        robot.push(keys);
    }

    void click(String query) {
        robot.clickOn(query);
        settle();
    }

    static void settle() {
        Keyboard.settle();
    }

    String text(String query) {
        return ((Label) window.scene().getRoot().lookup(query)).getText();
    }

    boolean visible(String text) {
        return labels(text).anyMatch(Node::isVisible);
    }

    java.util.stream.Stream<Node> labels(String text) {
        return window.scene().getRoot().lookupAll(".label").stream().filter(node -> text.equals(((Label) node).getText()));
    }
}
