package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the look at every screen would find: each fault is planted once, and seen.
class ScreenCheckTest {
    private static final String LONG = "A text that is much longer than its place";

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    private static Scene laidOut(Region root) {
        var scene = new Scene(root, 300, 200);
        scene.snapshot(null);
        return scene;
    }

    private static List<String> faults(Region root, boolean roomy) throws Exception {
        return Toolkit.onFx(() -> ScreenCheck.faults(laidOut(root).getRoot(), roomy));
    }

    private static Label narrow(String text) {
        var label = new Label(text);
        label.setMinWidth(0);
        label.setMaxWidth(60);
        return label;
    }

    @Test
    void textThatIsCutIsFoundUnlessATooltipSaysTheWhole() throws Exception {
        assertThat(faults(new HBox(narrow(LONG)), true)).singleElement().asString().startsWith("cut: Label").contains(LONG);
        assertThat(faults(new HBox(narrow(LONG)), false)).as("the whole is shown where it is pointed at").isEmpty();
        var told = narrow(LONG);
        told.setTooltip(new Tooltip(LONG));
        assertThat(faults(new HBox(told), true)).isEmpty();
        var button = new Button(LONG);
        button.setMinWidth(0);
        button.setMaxWidth(60);
        assertThat(faults(new HBox(button), false)).as("what is pressed is never cut").hasSize(1);
    }

    @Test
    void whatHangsOutHasNoNameOrIsFaintIsFound() throws Exception {
        var out = new Button("Out");
        out.resizeRelocate(280, 0, 60, 30);
        var pane = new Pane(out);
        assertThat(faults(pane, true)).anyMatch(fault -> fault.startsWith("hangs out: Button"));

        assertThat(faults(new HBox(new TextField()), true)).anyMatch(fault -> fault.startsWith("has no name: TextField"));
        var field = new TextField();
        var label = new Label("Name");
        label.setLabelFor(field);
        assertThat(faults(new HBox(label, field), true)).isEmpty();

        var faint = new Label("Faint");
        faint.setStyle("-fx-text-fill: #999999;");
        var white = new HBox(faint);
        white.setStyle("-fx-background-color: white;");
        assertThat(faults(white, true)).anyMatch(fault -> fault.startsWith("faint: Faint"));
    }

    @Test
    void aControlThatKeepsTheTabKeyToItselfIsFound() throws Exception {
        var missed = Toolkit.onFx(() -> {
            var first = new Button("First");
            var second = new Button("Second");
            first.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, javafx.event.Event::consume);
            var row = new HBox(first, second);
            var scene = laidOut(row);
            first.requestFocus();
            return ScreenCheck.notReached(scene, row);
        });
        assertThat(missed).singleElement().asString().startsWith("Tab does not leave").contains("First");
        var reached = Toolkit.onFx(() -> {
            var row = new HBox(new Button("First"), new Button("Second"), new TextField());
            return ScreenCheck.notReached(laidOut(row), row);
        });
        assertThat(reached).isEmpty();
    }

    @Test
    void theWholeOfACutTextIsShownWhereItIsPointedAtUntilThereIsRoom() throws Exception {
        Toolkit.run(() -> {
            var label = narrow(LONG);
            var row = new HBox(label);
            var scene = laidOut(row);
            WholeText.look(label);
            assertThat(label.getTooltip().getText()).isEqualTo(LONG);
            label.setMaxWidth(Double.MAX_VALUE);
            scene.snapshot(null);
            WholeText.look(label);
            assertThat(label.getTooltip()).isNull();
        });
    }
}
