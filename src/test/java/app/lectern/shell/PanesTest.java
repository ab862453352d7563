package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.problems.Problem;
import app.lectern.problems.Remedy;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.ShareBar;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The panes that features fill: loading states, details beside a list, tables.
class PanesTest {
    private final SimpleObjectProperty<Loading<List<String>>> state = new SimpleObjectProperty<>(Loading.idle());
    private final List<Remedy> asked = new ArrayList<>();
    private SampleShell sample;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void prepare(@TempDir Path folder) {
        sample = new SampleShell(folder, new FxExecutor());
    }

    @Test
    void nothingKnownYetShowsGreyRowsUnderABar() throws Exception {
        assertThat(shown(Loading.busy())).hasSize(2).hasAtLeastOneElementOfType(LoadingRows.class).hasAtLeastOneElementOfType(ShareBar.class);
    }

    @Test
    void oldDataStaysWhileMoreComes() throws Exception {
        assertThat(shown(Loading.ready(List.of("a")).busyAgain())).hasSize(2).hasAtLeastOneElementOfType(ShareBar.class).hasAtLeastOneElementOfType(Label.class);
    }

    @Test
    void oldDataStaysUnderTheProblem() throws Exception {
        assertThat(shown(Loading.ready(List.of("a")).failedWith(problem()))).hasSize(2)
                .hasAtLeastOneElementOfType(InlineMessage.class).hasAtLeastOneElementOfType(Label.class);
    }

    @Test
    void aProblemAloneTakesThePlaceAndOffersItsRemedy() throws Exception {
        var children = shown(Loading.failed(problem()));

        assertThat(children).singleElement().isInstanceOf(StatePane.class);
        Toolkit.run(() -> ((Button) children.getFirst().lookup(".accent.button")).fire());
        assertThat(asked).singleElement().extracting(Remedy::kind).isEqualTo(Remedy.Kind.RETRY);
    }

    @Test
    void emptyDataShowsWhatBelongsThere() throws Exception {
        assertThat(shown(Loading.ready(List.of()))).singleElement().isInstanceOf(VBox.class);
    }

    private static Problem problem() {
        return Problem.of(Problem.Code.SERVICE_DOWN).offering(Remedy.of(Remedy.Kind.RETRY));
    }

    private List<javafx.scene.Node> shown(Loading<List<String>> loading) throws Exception {
        return Toolkit.onFx(() -> {
            var pane = new LoadingPane<>(new MainWindow(sample.parts()), state, new Label(), (label, data) -> ((Label) label).setText(data.getFirst()),
                    List::isEmpty, new VBox(), asked::add);
            state.set(loading);
            return List.copyOf(pane.getChildren());
        });
    }

    @ParameterizedTest
    @CsvSource({"1360, false", "1200, true"})
    void detailsBecomeASheetWhenThereIsNoRoomBesideTheList(double width, boolean sheet) throws Exception {
        sample.settings.change(now -> now.with(new Settings.Window(0, 0, width, 860, false, false, "overview", "", java.util.Map.of())));
        Toolkit.run(() -> {
            var window = new MainWindow(sample.parts());
            var split = new DetailsSplit(window, "recordings", new Label("list"), new VBox(new Button("details")), 0.7);
            window.frame().showPage(Place.RECORDINGS, split);
            window.scene().snapshot(null);

            assertThat(split.detailsAreSheet()).isEqualTo(sheet);
            split.showDetails();
            assertThat(window.layers().hasModal()).isEqualTo(sheet);
        });
    }

    @Test
    void selectedRowsAreCopiedAsTextWithTheirHeadings() throws Exception {
        var text = Toolkit.onFx(() -> {
            var table = ControlGallery.table(new MainWindow(sample.parts()));
            table.getSelectionModel().selectIndices(0, 2);
            return Tables.selectedAsText(table);
        });

        assertThat(text.lines().toList()).containsExactly(
                "Title\tMeeting\tPath\tSize\tOn this computer",
                "Reaction rates\tYear 11 Chemistry\t…\\2026-11\\reaction-rates.mp4\t742\tVerified",
                "Enzymes\tYear 12 Biology\t…\\2026-11\\enzymes.mp4\t771\tPaused 31 %");
    }
}
