package app.lectern.overview;

import app.lectern.problems.ProblemText;
import app.lectern.shell.Loading;
import app.lectern.shell.Place;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.PageHead;
import app.lectern.shell.controls.Segmented;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The Overview screen: cards on how the integration stands, figures of the calls, and what needs attention.
final class OverviewView {
    private final OverviewViewModel model;
    private final Shell shell;
    private final Words words;
    private final StandingCards standingCards;
    private final FigureTiles tiles;
    private final ListView<Attention> list = new ListView<>();
    private final Label called = new Label();
    private final HBox tileRow = new HBox();
    private final TodayPane today;

    @FXML private PageHead head;
    @FXML private Button refresh;
    @FXML private Button check;
    @FXML private VBox trouble;
    @FXML private HBox cards;
    @FXML private VBox figures;
    @FXML private VBox attention;
    @FXML private HBox below;
    @FXML private Button sync;

    OverviewView(OverviewViewModel model, Shell shell) {
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
        this.standingCards = new StandingCards(words);
        this.tiles = new FigureTiles(words);
        this.today = new TodayPane(words, meeting -> shell.go(Place.MEETINGS));
    }

    @FXML
    private void initialize() {
        refresh.setGraphic(Icons.of("bi-arrow-clockwise", 14));
        check.setGraphic(Icons.of("bi-shield-check", 14));
        check.disableProperty().bind(model.checking());
        sync.setGraphic(Icons.of("bi-arrow-repeat", 14));
        below.getChildren().add(today);
        today.setPrefWidth(392);
        today.setMinWidth(300);
        fillFigures();
        list.getStyleClass().add("edge-to-edge");
        list.setId("overview-attention");
        list.setAccessibleText(words.text("overview.attention"));
        list.setCellFactory(view -> new AttentionCell(words, this::open));
        list.setOnKeyPressed(key -> {
            if (key.getCode() == javafx.scene.input.KeyCode.ENTER && list.getSelectionModel().getSelectedItem() != null) {
                open(list.getSelectionModel().getSelectedItem());
            }
        });
        model.standing().subscribe(this::show);
        model.checking().subscribe(busy -> show(model.standing().get()));
        model.figures().subscribe(now -> {
            called.setText(words.text(switch (model.span().get()) {
                case DAY -> "overview.calls.day";
                case WEEK -> "overview.calls.week";
                case MONTH -> "overview.calls.month";
            }, now.calls()));
            tileRow.getChildren().setAll(tiles.of(now));
        });
    }

    private void fillFigures() {
        var span = new Segmented<Span>(List.of(Span.values()), words::of);
        span.valueProperty().bindBidirectional(model.span());
        span.setId("overview-span");
        var title = new Label(words.text("overview.calls.title"));
        title.getStyleClass().add("lx-card-title");
        called.getStyleClass().add("lx-secondary");
        var line = new HBox(8, title, called, Card.space(), tiles.legend(), span);
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
        cards.getChildren().setAll(standingCards.of(state.data(), model.checking().get()));
        cards.getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
        state.data().map(Standing::today).ifPresentOrElse(day -> today.show(day.meetings(), day.invited(), day.now()),
                () -> today.show(List.of(), Map.of(), java.time.Instant.EPOCH));
        showAttention(state.data().map(Standing::attention).orElse(List.of()), state.data().flatMap(Standing::report).isPresent());
    }

    private void showAttention(List<Attention> items, boolean known) {
        var title = new Label(words.text("overview.attention"));
        title.getStyleClass().add("lx-card-title");
        var count = new Label(words.count(items.size()));
        count.getStyleClass().addAll("lx-count", "warning");
        count.setVisible(!items.isEmpty());
        var line = new HBox(8, title, count);
        line.getStyleClass().add("head");
        line.setAlignment(Pos.CENTER_LEFT);
        if (items.isEmpty()) {
            var pane = known
                    ? new StatePane("bi-check-circle", Tone.SUCCESS, words.text("overview.attention.none"), words.text("overview.attention.none.text"))
                    : new StatePane("bi-shield-check", Tone.NEUTRAL, words.text("overview.unchecked"), words.text("overview.unchecked.text"));
            VBox.setVgrow(pane, Priority.ALWAYS);
            attention.getChildren().setAll(line, pane);
            return;
        }
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getItems().setAll(items);
        list.setAccessibleHelp(items.stream().map(Attention::title).collect(Collectors.joining(" ")));
        attention.getChildren().setAll(line, list);
    }

    /// The item's own problem with its remedies, or the screen where it can be mended.
    private void open(Attention item) {
        if (item.problem().isPresent()) {
            shell.dialogs().show(item.problem().get(), remedy -> shell.go(Place.INTEGRATIONS));
        } else {
            shell.go(Place.INTEGRATIONS);
        }
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
