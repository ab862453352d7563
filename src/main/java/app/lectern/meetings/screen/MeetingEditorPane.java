package app.lectern.meetings.screen;

import app.lectern.meetings.Attendee;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Segmented;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The meeting editor: everything about one meeting, what became of it, and what can be done with it. Ctrl+S saves, Ctrl+Enter creates.
final class MeetingEditorPane extends VBox {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CREATE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final MeetingEditorViewModel model;
    private final Words words;
    private final SubjectPane subject;
    private final Label title = new Label();
    private final Chip state;
    private final ScrollPane scroll;
    private final EditorDeedsPane deeds;
    private final AnswersPane answers;
    private final TitledPane answered;

    MeetingEditorPane(Shell shell, MeetingEditorViewModel model, Runnable close) {
        this.model = model;
        this.words = shell.words();
        var plan = model.plan();
        getStyleClass().addAll("lx-card", "lx-area", "lx-meeting-editor");
        getStylesheets().add(MeetingEditorPane.class.getResource("meetings.css").toExternalForm());
        setId("meeting-editor");
        state = new Chip("", Tone.NEUTRAL, "");
        subject = new SubjectPane(shell, plan, model.subjects());
        deeds = new EditorDeedsPane(shell, model);
        var link = new LinkPane(shell, new LinkPane.Deeds(model.link()::invitation, deeds::export, model.link()::copied, model.link()::shown, model.link()::canRenew, deeds::renewLink));
        model.target().subscribe(target -> link.show(model.standing().link()));
        var options = new OptionsPane(plan, words, model.presets()::all, Optional.of(new OptionsPane.Keeping(deeds::keepPreset, deeds::keepForOrganiser)));
        model.presets().timesRead().subscribe(times -> options.presetsChanged());
        var when = new WhenPane(plan, words, model::now);
        var people = new PeoplePane(plan, words, model.people()::search);
        var wordsPane = new WordsPane(plan, words, model.presets()::notice);
        answers = new AnswersPane(words);
        answered = folded("meetings.editor.answers", answers);
        answered.managedProperty().bind(answered.visibleProperty());
        answers(List.of());
        var form = new VBox(subject, new OrganiserPane(plan, words, model.people().usualOrganiser(), model.inTenant(), model.people()::search, model::organiserChosen),
                when, people, answered, heading("meetings.editor.way"),
                new WayPane(plan, words, model.inTenant()), folded("meetings.editor.options", options),
                folded("meetings.editor.repeat", new RepeatPane(plan, words, model.inTenant())),
                folded("meetings.editor.words", wordsPane));
        form.getStyleClass().add("form");
        var scope = new Segmented<>(List.of(EditsViewModel.SeriesScope.values()), words::of);
        scope.setId("meeting-scope");
        scope.valueProperty().bindBidirectional(model.edits().scope());
        scope.managedProperty().bind(scope.visibleProperty());
        model.target().subscribe(target -> scope.setVisible(model.isOfSeries()));
        form.getChildren().addFirst(scope);
        scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(close), new EditorMessagesPane(shell, model, deeds), scroll, link, deeds);
        model.target().subscribe(target -> {
            title.setText(words.text(target.isPresent() && target.get().slot().isPresent() ? "meetings.editor.edit" : "meetings.editor.new"));
            state.show(model.standing().text(), model.standing().tone(), model.standing().tone().icon());
            state.setVisible(!model.standing().text().isEmpty());
        });
        setOnKeyPressed(key -> {
            if (SAVE.match(key) || CREATE.match(key)) {
                deeds.accept();
                key.consume();
            }
        });
    }

    private HBox head(Runnable close) {
        title.getStyleClass().add("lx-card-title");
        var cross = new Button(null, Icons.of("bi-x", 16));
        cross.setId("meeting-close");
        cross.getStyleClass().addAll("flat", "small", "lx-icon-button");
        cross.setAccessibleText(words.text("meetings.editor.close"));
        cross.setTooltip(new Tooltip(words.text("meetings.editor.close")));
        cross.setOnAction(pressed -> close.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(8, title, space, state, cross);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Label heading(String key) {
        var label = new Label(words.text(key));
        label.getStyleClass().add("lx-field-label");
        return label;
    }

    private TitledPane folded(String key, Node content) {
        var pane = new TitledPane(words.text(key), content);
        pane.setId(key.replace('.', '-'));
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    /// Of those whom the meeting in the calendar invites; there are none before it is there.
    void answers(List<Attendee> invited) {
        answers.show(invited);
        answered.setVisible(!invited.isEmpty());
    }

    void accept() {
        deeds.accept();
    }

    /// To the first field, from the top.
    void begin() {
        scroll.setVvalue(0);
        subject.begin();
    }
}
