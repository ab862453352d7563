package app.lectern.integrations.wizard;

import app.lectern.integrations.wizard.DeviceCodeViewModel.Code;
import app.lectern.integrations.wizard.DeviceCodeViewModel.Phase;
import app.lectern.problems.ProblemText;
import app.lectern.shell.Layers;
import app.lectern.shell.SameCommand;
import app.lectern.shell.SameCommandButton;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Ticks;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import atlantafx.base.controls.RingProgressIndicator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The dialog with the code: where to go, what to type, how long it is good for, and how it ended.
final class DeviceCodeView {
    /// What the dialog says about the sign-in it is for, and the ways out of it.
    ///
    /// @param asked names of the permissions that Lectern asks for
    record Setting(String about, List<String> asked, SameCommand same, Runnable browser, Runnable anotherMethod) {}

    private static final PseudoClass DEAD = PseudoClass.getPseudoClass("dead");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    /// The time left stands beside the ring in minutes.
    private static final StringConverter<Double> WORDLESS = new StringConverter<>() {
        @Override
        public String toString(Double share) {
            return "";
        }

        @Override
        public Double fromString(String text) {
            return 0.0;
        }
    };
    private static final double QR_SIDE = 160;

    private final DeviceCodeViewModel<?> model;
    private final Setting setting;
    private final Shell shell;
    private final Words words;
    private final QrPane qr = new QrPane(QR_SIDE);
    private final Ticks ticks = new Ticks(Duration.ofSeconds(1), this::ticked);

    @FXML private VBox root;
    @FXML private Label about;
    @FXML private StackPane sameCommand;
    @FXML private Button closeButton;
    @FXML private TextField page;
    @FXML private Button browse;
    @FXML private Label code;
    @FXML private Button copyButton;
    @FXML private Label copied;
    @FXML private StackPane qrHost;
    @FXML private StackPane state;
    @FXML private StackPane shield;
    @FXML private Hyperlink asks;
    @FXML private Button renew;
    @FXML private Button other;

    DeviceCodeView(DeviceCodeViewModel<?> model, Setting setting, Shell shell) {
        this.model = model;
        this.setting = setting;
        this.shell = shell;
        this.words = shell.words();
    }

    /// Opens the dialog and asks for a code.
    static void open(Shell shell, DeviceCodeViewModel<?> model, Setting setting) {
        var node = shell.fxml().load(DeviceCodeView.class, model, setting, shell);
        Layers.Layer layer = shell.layers().open(node, Pos.CENTER, model::close);
        model.open().subscribe(open -> {
            if (!open) {
                layer.close();
            }
        });
        model.ask();
    }

    @FXML
    private void initialize() {
        about.setText(setting.about());
        closeButton.setGraphic(Icons.of("bi-x", 16));
        closeButton.setTooltip(new Tooltip(words.text("dialog.close") + "  Esc"));
        browse.setGraphic(Icons.of("bi-box-arrow-up-right", 14));
        browse.setDefaultButton(true);
        copyButton.setGraphic(Icons.of("bi-clipboard", 14));
        renew.setGraphic(Icons.of("bi-arrow-clockwise", 14));
        shield.getChildren().add(Icons.of("bi-shield-exclamation", Tone.WARNING, 14));
        asks.setText(words.text("device.asks", setting.asked().size()));
        var same = SameCommandButton.of(setting.same(), words, shell::copy);
        same.getStyleClass().add("small");
        sameCommand.getChildren().add(same);
        qrHost.getChildren().add(qr);
        copied.setText(words.text("device.copy.hint"));
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (COPY.match(key) && page.getSelectedText().isEmpty()) {
                copyCode();
                key.consume();
            }
        });
        model.code().subscribe(this::showCode);
        model.phase().subscribe(this::showPhase);
        ticks.whileShown(root);
    }

    private void showCode(Optional<Code> given) {
        code.setText(given.map(Code::grouped).orElse(""));
        code.setAccessibleText(given.map(known -> String.join(" ", known.letters().split(""))).orElse(""));
        page.setText(given.map(known -> known.page().replaceFirst("^https://(www\\.)?", "")).orElse(""));
        var address = given.map(Code::page).orElse("");
        qr.show(address, words.text("device.qr.spoken", address));
        copied.setText(words.text("device.copy.hint"));
        copied.setGraphic(null);
    }

    private void showPhase(Phase phase) {
        boolean usable = phase == Phase.WAITING;
        browse.setDisable(!usable);
        copyButton.setDisable(!usable);
        code.pseudoClassStateChanged(DEAD, phase == Phase.EXPIRED);
        qrHost.setOpacity(phase == Phase.EXPIRED ? 0.3 : 1);
        state.getChildren().setAll(switch (phase) {
            case ASKING, WAITING, SUCCEEDED -> waiting(phase);
            case DECLINED, EXPIRED, FAILED -> ended();
            case BLOCKED -> blocked();
        });
        switch (phase) {
            case WAITING -> browse.requestFocus();
            case EXPIRED, DECLINED, FAILED -> renew.requestFocus();
            default -> { }
        }
    }

    private Node waiting(Phase phase) {
        var ring = new RingProgressIndicator(-1);
        ring.getStyleClass().add("lx-ring");
        ring.setStringConverter(WORDLESS);
        ring.progressProperty().bind(model.share());
        var title = new Label(words.text(phase == Phase.ASKING ? "device.asking" : "device.waiting"));
        title.getStyleClass().add("lx-strong");
        var more = new Label(words.text("device.waiting.more"));
        more.getStyleClass().add("lx-secondary");
        var left = new Label();
        left.getStyleClass().add("lx-clock");
        left.textProperty().bind(model.left());
        var until = new Label(words.text("device.left"));
        until.getStyleClass().add("lx-secondary");
        var clock = new VBox(left, until);
        clock.setAlignment(Pos.CENTER_RIGHT);
        clock.setVisible(phase == Phase.WAITING);
        var texts = new VBox(title, more);
        texts.setAlignment(Pos.CENTER_LEFT);
        var box = new HBox(9, ring, texts, Card.space(), clock);
        box.getStyleClass().add("wait-box");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private InlineMessage ended() {
        var problem = model.problem().get().orElseThrow();
        var text = new ProblemText(words);
        var message = new InlineMessage(Tone.DANGER, text.what(problem), text.why(problem) + " " + text.next(problem));
        message.setId("device-ended");
        return message;
    }

    private Node blocked() {
        var message = ended();
        message.button(words.text("device.browser"), Optional.of("bi-globe2"), () -> leaveFor(setting.browser()));
        return message;
    }

    private void ticked() {
        model.tick();
    }

    @FXML
    private void openPage() {
        model.code().get().ifPresent(known -> shell.outside().openPage(known.page()));
    }

    @FXML
    private void copyCode() {
        if (model.phase().get() == Phase.WAITING) {
            shell.copy(model.code().get().orElseThrow().letters());
            copied.setText(words.text("device.copied"));
            copied.setGraphic(Icons.of("bi-check2", Tone.SUCCESS, 12));
        }
    }

    @FXML
    private void newCode() {
        model.ask();
    }

    @FXML
    private void useAnother() {
        leaveFor(setting.anotherMethod());
    }

    @FXML
    private void cancel() {
        model.close();
    }

    @FXML
    private void showPermissions() {
        var list = new Tooltip(String.join("\n", setting.asked()));
        list.setAutoHide(true);
        var at = asks.localToScreen(0, 0);
        list.show(asks, at.getX(), at.getY() - 24.0 * setting.asked().size());
    }

    private void leaveFor(Runnable way) {
        model.close();
        way.run();
    }
}
