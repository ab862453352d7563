package app.lectern.overview;

import app.lectern.problems.ProblemText;
import app.lectern.shell.Loading;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.PageHead;
import app.lectern.shell.controls.Segmented;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.sync.alerts.Fix;
import app.lectern.sync.alerts.FixKind;
import app.lectern.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The Overview screen: cards on how the integration stands, figures of the calls, and what needs attention.
final class OverviewView {
    private final OverviewViewModel model;
    private final Consumer<Fix> fixes;
    private final Shell shell;
    private final Words words;
    private final StandingCards standingCards;
    private final FigureTiles tiles;
    private final ListView<Attention> list = new ListView<>();
    private final Label called = new Label();
    private final HBox tileRow = new HBox();
    private final TodayPane today;
    private final Hyperlink expiring = new Hyperlink();
    private final Label count = new Label();
    /// Made once: a head that came anew with every look would stand unplaced until the next layout.
    private final HBox attentionHead = new HBox(8);

    @FXML private PageHead head;
    @FXML private Button refresh;
    @FXML private Button check;
    @FXML private VBox trouble;
    @FXML private HBox cards;
    @FXML private VBox figures;
    @FXML private VBox attention;
    @FXML private HBox below;
    @FXML private Button sync;

    OverviewView(OverviewViewModel model, Consumer<Fix> fixes, Shell shell) {
        this.model = model;
        this.fixes = fixes;
        this.shell = shell;
        this.words = shell.words();
        this.standingCards = new StandingCards(words, fixes);
        this.tiles = new FigureTiles(words, rows -> fixes.accept(Fix.calls(rows, model.span().get().duration())),
                rows -> model.creations(all -> CreationsPane.open(shell, all, rows, fixes)));
        this.today = new TodayPane(words, meeting -> fixes.accept(Fix.meeting(meeting.id())));
    }

    @FXML
    private void initialize() {
        refresh.setGraphic(Icons.of("bi-arrow-clockwise", 14));
        check.setGraphic(Icons.of("bi-shield-check", 14));
        check.disableProperty().bind(shell.offline().or(model.checking()));
        sync.setGraphic(Icons.of("bi-arrow-repeat", 14));
        sync.disableProperty().bind(model.syncing().or(shell.offline()));
        below.getChildren().add(today);
        today.setPrefWidth(392);
        today.setMinWidth(300);
        fillFigures();
        expiring.setText(words.text("overview.expiring"));
        expiring.setId("overview-expiring");
        expiring.setMinWidth(Hyperlink.USE_PREF_SIZE);
        expiring.setOnAction(pressed -> fixes.accept(Fix.of(FixKind.SHOW_EXPIRING)));
        var title = new Label(words.text("overview.attention"));
        title.getStyleClass().add("lx-card-title");
        count.getStyleClass().addAll("lx-count", "warning");
        attentionHead.getChildren().addAll(title, count, Card.space(), expiring);
        attentionHead.getStyleClass().add("head");
        attentionHead.setAlignment(Pos.CENTER_LEFT);
        list.getStyleClass().add("edge-to-edge");
        list.setId("overview-attention");
        list.setAccessibleText(words.text("overview.attention"));
        list.setCellFactory(view -> new AttentionCell(words, this::mend, this::open));
        list.setOnKeyPressed(key -> {
            var chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null && key.getCode() == KeyCode.ENTER) {
                mend(chosen);
            } else if (chosen != null && key.getCode() == KeyCode.SPACE) {
                open(chosen);
            }
        });
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && list.getSelectionModel().getSelectedItem() != null) {
                mend(list.getSelectionModel().getSelectedItem());
            }
        });
        model.standing().subscribe(this::show);
        model.checking().subscribe(busy -> show(model.standing().get()));
        model.figures().subscribe(now -> showFigures());
        model.figureSet().subscribe(now -> showFigures());
    }

    private void showFigures() {
        boolean calls = model.figureSet().get() == FigureSet.CALLS;
        long count = calls ? model.figures().get().calls() : model.creation().get().tried();
        var kind = calls ? "overview.calls." : "overview.creation.";
        called.setText(words.text(kind + model.span().get().name().toLowerCase(Locale.ROOT), count));
        refill(tileRow, calls ? tiles.of(model.figures().get()) : tiles.of(model.creation().get()));
    }

    private void fillFigures() {
        var span = new Segmented<Span>(List.of(Span.values()), words::of);
        span.valueProperty().bindBidirectional(model.span());
        span.setId("overview-span");
        var set = new Segmented<FigureSet>(List.of(FigureSet.values()), words::of);
        set.valueProperty().bindBidirectional(model.figureSet());
        set.setId("overview-figures");
        called.getStyleClass().add("lx-secondary");
        var line = new HBox(8, set, called, Card.space(), tiles.legend(), span);
        line.getStyleClass().add("head");
        line.setAlignment(Pos.CENTER_LEFT);
        figures.getChildren().addAll(line, tileRow);
    }

    private void show(Loading<Standing> state) {
        head.setSubtitle(model.now());
        trouble.getChildren().clear();
        if (state instanceof Loading.Failed<Standing> failed) {
            var text = new ProblemText(words);
            trouble.getChildren().add(new InlineMessage(Tone.DANGER, text.what(failed.problem()),
                    text.why(failed.problem()) + " " + text.next(failed.problem())));
        }
        trouble.setManaged(!trouble.getChildren().isEmpty());
        refill(cards, standingCards.of(state.data(), model.checking().get()));
        cards.getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
        state.data().map(Standing::today).ifPresentOrElse(day -> today.show(day.meetings(), day.invited(), day.now()),
                () -> today.show(List.of(), Map.of(), java.time.Instant.EPOCH));
        showAttention(state.data().map(Standing::attention).orElse(List.of()), state.data().flatMap(Standing::report).isPresent());
    }

    private void showAttention(List<Attention> items, boolean known) {
        count.setText(words.count(items.size()));
        count.setVisible(!items.isEmpty());
        if (items.isEmpty()) {
            var pane = known
                    ? new StatePane("bi-check-circle", Tone.SUCCESS, words.text("overview.attention.none"), words.text("overview.attention.none.text"))
                    : new StatePane("bi-shield-check", Tone.NEUTRAL, words.text("overview.unchecked"), words.text("overview.unchecked.text"));
            VBox.setVgrow(pane, Priority.ALWAYS);
            attention.getChildren().setAll(attentionHead, pane);
            return;
        }
        VBox.setVgrow(list, Priority.ALWAYS);
        if (!list.getItems().equals(items)) {
            var chosen = list.getSelectionModel().getSelectedItem();
            list.getItems().setAll(items);
            list.getSelectionModel().clearSelection();
            items.stream().filter(item -> chosen != null && item.title().equals(chosen.title())).findFirst().ifPresent(list.getSelectionModel()::select);
        }
        list.setAccessibleHelp(items.stream().map(Attention::title).collect(Collectors.joining(" ")));
        if (!attention.getChildren().contains(list)) {
            attention.getChildren().setAll(attentionHead, list);
        }
    }

    /// What is read anew each minute does not take the focus away.
    private static void refill(HBox row, List<Node> nodes) {
        var focused = Optional.ofNullable(row.getScene()).map(Scene::getFocusOwner).map(Node::getId).filter(id -> row.lookup("#" + id) != null);
        row.getChildren().setAll(nodes);
        focused.map(id -> row.lookup("#" + id)).ifPresent(Node::requestFocus);
    }

    private void mend(Attention item) {
        fixes.accept(item.fix());
    }

    /// The item's own problem with all its remedies; where there is none, the step itself.
    private void open(Attention item) {
        item.problem().ifPresentOrElse(problem -> shell.dialogs().show(problem, remedy -> mend(item)), () -> mend(item));
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    @FXML
    private void sync() {
        model.syncNow();
    }

    @FXML
    private void check() {
        model.checkNow();
    }
}
