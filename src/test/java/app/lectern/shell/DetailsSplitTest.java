package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailsSplitTest {
    private static final double USUAL = 0.7;
    private static final double WIDE = 1400;

    private SampleShell sample;
    private MainWindow window;
    private Stage stage;
    private DetailsSplit split;

    @BeforeEach
    void open(@TempDir Path folder) {
        Toolkit.start();
        sample = new SampleShell(folder, new FxExecutor());
        sample.screens.add(Screen.of(Place.RECORDINGS, shell -> {
            var details = new VBox(new Button("Edit"));
            details.setId("details");
            split = new DetailsSplit(shell, "recordings", new VBox(new Button("First")), details, USUAL);
            return split;
        }));
        Toolkit.run(() -> {
            window = new MainWindow(sample.parts());
            stage = new Stage();
            window.show(stage);
            window.go(Place.RECORDINGS);
        });
    }

    @AfterEach
    void close() {
        Toolkit.run(stage::hide);
        sample.jobs.close();
    }

    private void resize(double width) throws Exception {
        Toolkit.run(() -> {
            stage.setWidth(width);
            stage.setHeight(800);
        });
        Toolkit.await(() -> window.scene().getWidth() == width);
        Toolkit.run(() -> window.scene().snapshot(null));
    }

    private boolean sheetIsOpen() {
        return window.layers().hasModal() && window.scene().lookup("#details") != null;
    }

    private double share() {
        return ((SplitPane) split.getChildren().getFirst()).getDividerPositions()[0];
    }

    @Test
    void theDetailsAreAsWideAsBeforeAfterTheWindowWasNarrow() throws Exception {
        resize(1000);
        resize(WIDE);
        assertThat(Toolkit.onFx(this::share)).isBetween(USUAL - 0.02, USUAL + 0.02);
        resize(1300);
        resize(1000);
        assertThat(Toolkit.onFx(split::detailsAreSheet)).isTrue();
        resize(WIDE);
        assertThat(Toolkit.onFx(this::share)).isBetween(USUAL - 0.02, USUAL + 0.02);
    }

    @Test
    void aSheetGoesWithItsPlaceAndComesBackWithIt() throws Exception {
        resize(1000);
        Toolkit.run(split::showDetails);
        assertThat(Toolkit.onFx(this::sheetIsOpen)).isTrue();
        Toolkit.run(() -> window.go(Place.ACTIVITY));
        assertThat(Toolkit.onFx(() -> window.layers().hasModal())).as("another place is looked at").isFalse();
        Toolkit.run(() -> window.go(Place.RECORDINGS));
        Toolkit.await(this::sheetIsOpen);
        resize(WIDE);
        assertThat(Toolkit.onFx(() -> window.layers().hasModal())).as("there is room for the details beside the list").isFalse();
        assertThat(Toolkit.onFx(() -> window.scene().lookup("#details"))).isNotNull();
    }
}
