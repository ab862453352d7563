package app.lectern.diagnosis;

import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.diagnosis.errors.KnownError;
import app.lectern.meetings.Meeting;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Loading;
import app.lectern.shell.Place;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Choices;
import app.lectern.shell.controls.CodeBlock;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.KeyValues;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Diagnose screen: what was pasted, the verdict, the chain of evidence, and what to do about it.
public final class DiagnoseView {
    private static final double RAW_HEIGHT = 320;

    private final DiagnoseViewModel model;
    private final Shell shell;
    private final Words words;
    private final DiagnosisText texts;
    @FXML private TextField input;
    @FXML private TextField organiser;
    @FXML private Button clear;
    @FXML private Button inOrder;
    @FXML private ChoiceBox<Question> question;
    @FXML private StackPane verdict;
    @FXML private HBox result;
    @FXML private StackPane empty;
    @FXML private Label beside;
    @FXML private ListView<ProbeResult> evidence;
    @FXML private VBox advice;

    DiagnoseView(DiagnoseViewModel model, Shell shell) {
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
        this.texts = new DiagnosisText(words);
    }

    public static Node of(Shell shell, DiagnoseViewModel model) {
        return shell.fxml().load(DiagnoseView.class, model, shell);
    }

    @FXML
    void initialize() {
        input.textProperty().bindBidirectional(model.input());
        organiser.textProperty().bindBidirectional(model.organiser());
        clear.visibleProperty().bind(input.textProperty().isNotEmpty().or(organiser.textProperty().isNotEmpty()));
        clear.managedProperty().bind(clear.visibleProperty());
        visible(inOrder, model.hasSupportOrder());
        question.getItems().setAll(Question.values());
        question.setConverter(Choices.by(words::of));
        question.valueProperty().bindBidirectional(model.question());
        evidence.setItems(model.probes());
        evidence.setCellFactory(list -> new ProbeCell(words));
        // the list takes Enter for itself, so it is caught on its way down
        evidence.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                key.consume();
                openRaw();
            }
        });
        evidence.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                openRaw();
            }
        });
        var nothing = new StatePane("bi-life-preserver", Tone.ACCENT, words.text("diagnose.ask-first.title"),
                words.text("diagnose.ask-first.text") + " " + words.text("diagnose.read-only"));
        empty.getChildren().setAll(nothing);
        model.state().subscribe(this::show);
        model.explanation().subscribe(found -> found.ifPresent(this::explain));
        model.probes().addListener((javafx.collections.ListChangeListener<ProbeResult>) change -> {
            if (model.state().get().isBusy()) {
                beside.setText(words.text("diagnose.evidence.running", model.probes().size()));
            }
        });
    }

    private void show(Loading<Diagnosis> state) {
        boolean idle = state instanceof Loading.Idle;
        visible(empty, idle);
        visible(result, !idle && !(state instanceof Loading.Failed));
        verdict.getChildren().clear();
        advice.getChildren().clear();
        switch (state) {
            case Loading.Idle<Diagnosis> nothing -> {}
            case Loading.Busy<Diagnosis> busy -> beside.setText(words.text("diagnose.evidence.running", 0));
            case Loading.Failed<Diagnosis> failed -> failed(failed.problem());
            case Loading.Ready<Diagnosis> ready -> ready(ready.value());
        }
        visible(verdict, !verdict.getChildren().isEmpty());
    }

    private void failed(Problem problem) {
        var text = new ProblemText(words);
        verdict.getChildren().setAll(new VerdictPane(Tone.DANGER, text.what(problem), text.why(problem) + " " + text.next(problem)));
        visible(empty, true);
    }

    private void ready(Diagnosis done) {
        beside.setText(words.text("diagnose.evidence.beside", done.probes().size(), words.span(done.took()), words.when(done.at())));
        verdict.getChildren().setAll(VerdictPane.of(done, words));
        var now = Advice.now(done.judgement().verdict(), done.question());
        var next = Advice.nextTime(done.judgement().verdict());
        advice.getChildren().add(card("diagnose.now", now, done, true));
        if (!next.isEmpty()) {
            advice.getChildren().add(card("diagnose.next", next, done, false));
        }
        advice.getChildren().add(facts(done.facts()));
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private Card card(String title, List<Advice> all, Diagnosis done, boolean first) {
        var card = Card.titled(words.text(title), "");
        card.setMinHeight(Region.USE_PREF_SIZE);
        for (var each : all) {
            card.add(line(each, done, first && each == all.getFirst()));
        }
        return card;
    }

    private HBox line(Advice each, Diagnosis done, boolean accent) {
        var title = new Label(texts.title(each));
        title.getStyleClass().add("title");
        title.setWrapText(true);
        var text = new Label(texts.text(each));
        text.getStyleClass().add("lx-secondary");
        text.setWrapText(true);
        var both = new VBox(title, text);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        var button = new Button(texts.button(each));
        button.getStyleClass().add("small");
        if (accent) {
            button.getStyleClass().add("accent");
        }
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> act(each, done));
        var line = new HBox(10, Icons.of(icon(each.way()), 14), both, button);
        line.getStyleClass().add("lx-advice");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static String icon(Advice.Way way) {
        return switch (way) {
            case AGAIN -> "bi-arrow-clockwise";
            case FACTS -> "bi-clipboard";
            case PERMISSIONS -> "bi-key";
            case POLICY_COMMAND, TRANSCRIPTS_COMMAND -> "bi-terminal";
            case STATUS_PAGE -> "bi-box-arrow-up-right";
            case ATTENDANCE -> "bi-people";
            case RECORDINGS -> "bi-camera-video";
            case MEETINGS -> "bi-calendar-plus";
            case INTEGRATIONS -> "bi-plug";
        };
    }

    private void act(Advice each, Diagnosis done) {
        switch (each.way()) {
            case AGAIN -> model.diagnose();
            case PERMISSIONS, STATUS_PAGE -> shell.outside().openPage(texts.payload(each, done));
            case FACTS -> {
                shell.copy(texts.payload(each, done));
                model.factsCopied(done);
            }
            case POLICY_COMMAND, TRANSCRIPTS_COMMAND -> shell.copy(texts.payload(each, done));
            case ATTENDANCE -> shell.go(Place.ATTENDANCE);
            case RECORDINGS -> shell.go(Place.RECORDINGS);
            case MEETINGS -> {
                shell.go(Place.MEETINGS);
                if (each == Advice.SCHEDULE_INSTEAD) {
                    model.scheduleInstead(done);
                }
            }
            case INTEGRATIONS -> shell.go(Place.INTEGRATIONS);
        }
    }

    private Card facts(MeetingFacts facts) {
        var values = new KeyValues(90);
        line(values, "diagnose.facts.subject", facts.subject(), false);
        line(values, "diagnose.facts.organiser", facts.organiser(), false);
        line(values, "diagnose.facts.type", facts.type(), false);
        line(values, "diagnose.facts.start", facts.start().map(this::when).orElse(""), false);
        line(values, "diagnose.facts.end", facts.end().map(this::when).orElse(""), false);
        line(values, "diagnose.facts.number", facts.meetingNumber(), true);
        line(values, "diagnose.facts.meeting-id", facts.meetingId(), true);
        line(values, "diagnose.facts.thread", facts.threadId(), true);
        boolean hidden = shell.settings().get().privacy().hideLinks() && !facts.joinUrl().isEmpty();
        line(values, "diagnose.facts.link", hidden ? words.text("meetings.link-hidden") : facts.joinUrl(), !hidden);
        var copy = new Button(words.text("copy"), Icons.of("bi-clipboard", 14));
        copy.getStyleClass().add("small");
        copy.setOnAction(pressed -> model.state().get().data().ifPresent(done -> {
            shell.copy(texts.facts(done));
            model.factsCopied(done);
        }));
        return Card.titled(words.text("diagnose.facts"), "", copy).add(values);
    }

    private String when(Instant at) {
        return words.when(at);
    }

    private void line(KeyValues values, String name, String value, boolean mono) {
        if (value.isEmpty()) {
            return;
        }
        var label = words.text(name);
        if (mono) {
            values.mono(label, value);
        } else {
            values.line(label, value);
        }
    }

    private void explain(ErrorExplainer.Explanation found) {
        var known = found.known();
        verdict.getChildren().setAll(known.map(entry -> new VerdictPane(Tone.ACCENT, entry.title(words),
                entry.causes(words) + " " + entry.steps(words) + " " + words.text("explain.fixer", words.of(entry.fixer()))))
                .orElseGet(() -> new VerdictPane(Tone.WARNING, words.text("explain.unknown"), words.text("diagnose.ask-first.text"))));
        visible(verdict, true);
    }

    @FXML
    void diagnose() {
        model.diagnose();
    }

    @FXML
    void clear() {
        model.clear();
        input.requestFocus();
    }

    @FXML
    void openRaw() {
        var chosen = Optional.ofNullable(evidence.getSelectionModel().getSelectedItem());
        chosen.or(() -> model.probes().stream().filter(probe -> !probe.raw().isEmpty()).findFirst()).ifPresent(this::openRaw);
    }

    private void openRaw(ProbeResult of) {
        var box = new DialogBox(words.of(of.kind()), words, shell.layers(), shell::copy).wide(660);
        var head = of.request() + (of.requestId().isEmpty() ? "" : "\nrequest-id: " + of.requestId()) + "\n\n";
        var code = new CodeBlock(head + (of.raw().isEmpty() ? words.text("diagnose.raw.empty") : of.raw()), words, shell::copy);
        code.wrapLines(RAW_HEIGHT);
        box.add(code);
        box.same(SameCommand.of("diagnose", model.input().get()));
        box.open(box.button(words.text("dialog.close"), () -> {}));
    }

    @FXML
    private void pickMeeting() {
        model.meetings(all -> new ChooserView<Meeting>(shell, Meeting::subject,
                each -> words.when(each.start()) + " · " + each.organiser().name()).open(words.text("diagnose.pick"),
                words.text("diagnose.pick.accept"), words.text("diagnose.pick.none"), all, model::pick));
    }

    @FXML
    private void openEarlier() {
        model.earlier(all -> new ChooserView<Diagnosis>(shell, each -> each.facts().subject().isEmpty() ? each.pasted() : each.facts().subject(),
                each -> words.when(each.at()) + " · " + words.of(each.question()) + " · " + texts.title(each))
                .open(words.text("diagnose.earlier"), words.text("diagnose.earlier.accept"), words.text("diagnose.earlier.none"), all, model::reopen));
    }

    @FXML
    private void openSupportOrder() {
        new SupportOrderPane(shell, model).open();
    }

    @FXML
    private void openBundle() {
        model.bundle();
    }

    @FXML
    void openCatalogue() {
        var box = new DialogBox(words.text("diagnose.catalogue"), words, shell.layers(), shell::copy).wide(660);
        var search = new TextField();
        search.setId("catalogue-search");
        search.setPromptText(words.text("diagnose.catalogue.search"));
        search.setAccessibleText(words.text("diagnose.catalogue.search"));
        var list = new ListView<KnownError>();
        list.setId("catalogue");
        list.setAccessibleText(words.text("diagnose.catalogue"));
        list.setPrefHeight(380);
        list.setCellFactory(all -> new CatalogueCell());
        search.textProperty().subscribe(text -> list.getItems().setAll(model.catalogue(text)));
        box.add(search, list);
        box.same(SameCommand.of("explain"));
        box.button(words.text("dialog.close"), () -> {});
        box.open(search);
    }

    private final class CatalogueCell extends ListCell<KnownError> {
        CatalogueCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(KnownError entry, boolean none) {
            super.updateItem(entry, none);
            setGraphic(none || entry == null ? null : lines(entry));
        }

        private VBox lines(KnownError entry) {
            var sign = new Label(entry.sign() + " · " + words.of(entry.fixer()));
            sign.getStyleClass().add("lx-mono");
            var title = new Label(entry.title(words));
            title.getStyleClass().add("lx-card-title");
            var rest = new Label(entry.causes(words) + " " + entry.steps(words));
            rest.setWrapText(true);
            rest.setMinHeight(Region.USE_PREF_SIZE);
            var lines = new VBox(2, title, sign, rest);
            lines.setPadding(new Insets(6, 0, 6, 0));
            return lines;
        }
    }
}
