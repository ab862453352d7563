package app.lectern.activity;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.Place;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.CodeBlock;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.KeyValues;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The details of the selected entry: a call with its attempts, or a deed with what it changed and the calls behind it.
final class LogDetailsPane extends StackPane {
    private final ActivityViewModel model;
    private final Shell shell;
    private final Words words;

    LogDetailsPane(ActivityViewModel model, Shell shell) {
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
        getStyleClass().addAll("lx-activity", "details", "lx-area");
        // as a sheet it stands outside the screen
        getStylesheets().add(LogDetailsPane.class.getResource("activity.css").toExternalForm());
        setPrefWidth(372);
        model.tab.subscribe(now -> show());
        model.calls.selected.subscribe(now -> show());
        model.audit.selected.subscribe(now -> show());
        model.callsOfEntry.addListener((javafx.collections.ListChangeListener<RecordedCall>) change -> show());
    }

    private void show() {
        if (model.tab.get() == ActivityViewModel.Tab.CALLS) {
            getChildren().setAll(model.calls.selected.get() == null ? new Card() : call(model.calls.selected.get()));
        } else {
            getChildren().setAll(model.audit.selected.get() == null ? new Card() : deed(model.audit.selected.get()));
        }
    }

    private Card call(RecordedCall call) {
        var tries = call.attempts().size();
        var status = call.status() == 0 ? words.text("activity.no-answer.short") : Integer.toString(call.status());
        var chip = new Chip(tries > 1 ? words.text("activity.after-tries", status, tries) : status, tone(call.status()));
        var facts = new KeyValues(70)
                .line(words.text("activity.column.time"), words.text("activity.from-to", words.day(call.at()),
                        words.timeWithMillis(call.at()), words.timeWithMillis(call.end())))
                .line(words.text("activity.column.purpose"), call.purpose().isEmpty() ? "–" : call.purpose())
                .mono(words.text("activity.column.request-id"), call.requestId())
                .mono(words.text("activity.column.client-id"), call.clientRequestId())
                .line(words.text("activity.column.integration"), model.nameOf(call.integration()));
        var attempts = new VBox();
        attempts.getStyleClass().add("attempts");
        int number = 1;
        for (var attempt : call.attempts()) {
            if (attempt.waited().compareTo(Duration.ZERO) > 0) {
                attempts.getChildren().add(line(Icons.of("bi-hourglass-split", 11), muted(model.said().waited(attempt))));
            }
            attempts.getChildren().add(line(muted(Integer.toString(number++)), mono(words.timeWithMillis(attempt.at())),
                    new Chip(attempt.status() == 0 ? "–" : Integer.toString(attempt.status()), tone(attempt.status())), small(model.said().answer(attempt))));
        }
        var body = scrolling(facts, section("activity.attempts"), attempts,
                section("activity.request"), new CodeBlock(model.said().request(call), words, shell::copy),
                section("activity.response"), new CodeBlock(model.said().response(call), words, shell::copy), hint("activity.no-bodies"));
        return framed(call.method() + " " + tail(call.path()), chip, body, model.said().forSupport(call));
    }

    private Card deed(AuditEntry entry) {
        var note = entry.note();
        var chip = new Chip(words.of(entry.level()), tone(entry.level()));
        var facts = new KeyValues(76)
                .line(words.text("activity.column.time"), words.fullDate(entry.at()))
                .line(words.text("activity.started-by"), note.actor())
                .line(words.text("activity.column.on"), note.subject());
        lineIf(facts, "activity.column.integration", model.nameOf(note.integration()));
        lineIf(facts, "activity.column.outcome", note.outcome());
        lineIf(facts, "activity.column.before", note.before());
        lineIf(facts, "activity.column.after", note.after());
        if (!note.requestId().isEmpty()) {
            facts.mono(words.text("activity.column.request-id"), note.requestId());
        }
        var body = new VBox(8, facts);
        note.problem().ifPresent(problem -> body.getChildren().addAll(problem(problem)));
        if (!model.callsOfEntry.isEmpty()) {
            body.getChildren().add(new Label(words.text("activity.calls-of", model.callsOfEntry.size())));
            body.getChildren().getLast().getStyleClass().add("section");
            int number = 1;
            for (var call : model.callsOfEntry) {
                body.getChildren().add(line(muted(Integer.toString(number++)), mono(words.timeWithMillis(call.at())),
                        new Chip(call.status() == 0 ? "–" : Integer.toString(call.status()), tone(call.status())), small(call.method() + " " + tail(call.path()))));
            }
        }
        body.getChildren().addAll(section("activity.chain"), hint("activity.chain.about"), mono(entry.id() + "  " + entry.hash().substring(0, 16) + "…"));
        return framed(model.deed(entry), chip, scrolling(body), model.said().forSupport(entry));
    }

    private List<Node> problem(Problem problem) {
        var text = new ProblemText(words);
        return List.of(section("activity.what"), wrapped(text.what(problem)), section("activity.why"), wrapped(text.why(problem)),
                section("activity.next"), wrapped(text.next(problem)));
    }

    private Card framed(String title, Chip chip, Node body, String support) {
        var copy = new Button(words.text("activity.copy"), Icons.of("bi-clipboard", 14));
        copy.setId("activity-copy");
        copy.getStyleClass().add("small");
        copy.setOnAction(pressed -> shell.copy(support));
        var diagnose = new Button(words.text("place.diagnose"), Icons.of("bi-life-preserver", 14));
        diagnose.setId("activity-diagnose");
        diagnose.getStyleClass().add("small");
        diagnose.setOnAction(pressed -> shell.go(Place.DIAGNOSE));
        var card = Card.titled(title, "", chip).flush(body);
        card.foot(copy, diagnose);
        return card;
    }

    private static ScrollPane scrolling(Node... nodes) {
        var content = new VBox(8, nodes);
        content.setStyle("-fx-padding: 12px 14px 12px 14px;");
        var pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private void lineIf(KeyValues facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.line(words.text(key), value);
        }
    }

    /// The last two words of a path say what was asked.
    private static String tail(String path) {
        var words = path.split("/");
        return words.length <= 2 ? path : "/" + words[words.length - 1];
    }

    static Tone tone(int status) {
        return status == 429 ? Tone.WARNING : status == 0 || status >= 400 ? Tone.DANGER : Tone.SUCCESS;
    }

    static Tone tone(LogLevel level) {
        return switch (level) {
            case INFO -> Tone.NEUTRAL;
            case WARNING -> Tone.WARNING;
            case ERROR -> Tone.DANGER;
        };
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("line");
        line.setSpacing(10);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    private Label section(String key) {
        return styled(words.text(key), "section");
    }

    private Label hint(String key) {
        var label = styled(words.text(key), "lx-hint");
        label.setWrapText(true);
        return label;
    }

    private static Label wrapped(String text) {
        var label = small(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label muted(String text) {
        return styled(text, "lx-secondary");
    }

    private static Label small(String text) {
        return styled(text, "lx-small");
    }

    private static Label mono(String text) {
        return styled(text, "lx-mono");
    }

    private static Label styled(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
