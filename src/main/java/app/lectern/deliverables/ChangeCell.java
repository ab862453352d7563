package app.lectern.deliverables;

import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.time.LocalDate;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One change of a dry run: its tick, what becomes of each field, and in a conflict whose word counts.
final class ChangeCell extends ListCell<Change> {
    private final PlanViewModel plan;
    private final Words words;
    private final DueWords due;
    private final Supplier<LocalDate> today;

    ChangeCell(PlanViewModel plan, Words words, Supplier<LocalDate> today) {
        this.plan = plan;
        this.words = words;
        this.due = new DueWords(words);
        this.today = today;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Change change, boolean empty) {
        super.updateItem(change, empty);
        setText(null);
        if (empty || change == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(content(change));
        setAccessibleText(words.of(change.kind()) + ": " + change.title() + ". " + words.of(change.reason()));
    }

    private HBox content(Change change) {
        var tick = new CheckBox();
        tick.setSelected(plan.isTicked(change));
        tick.setAccessibleText(words.of(change.kind()) + ": " + change.title());
        tick.setOnAction(pressed -> plan.tick(change, tick.isSelected()));
        var title = new Label(change.title());
        title.getStyleClass().add("title");
        title.setTooltip(new Tooltip(change.title()));
        var texts = new VBox(title);
        texts.getStyleClass().add("texts");
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.getChildren().add(quiet(about(change)));
        change.fields().forEach(field -> addField(texts, change, field, tick));
        if (change.reason() == Change.Reason.GONE) {
            texts.getChildren().add(sides(plan.side(change), words.text("deliverables.leave-deleted"), words.text("deliverables.make-again"), side -> {
                plan.decideGone(change, side);
                tick.setSelected(true);
            }));
        }
        if (change.edited() && change.kind() != Change.Kind.CONFLICT) {
            texts.getChildren().add(quiet(words.text("deliverables.edited-kept")));
        }
        var box = new HBox(tick, Icons.of(DueTones.icon(change.kind()), DueTones.of(change.kind()), 14), texts);
        box.getStyleClass().add("change");
        return box;
    }

    private String about(Change change) {
        var who = change.target().isOwnCalendar() ? change.target().mailbox() : words.text("deliverables.shared-calendar");
        return switch (change.kind()) {
            case CREATE -> words.text("deliverables.change.create", when(change), who);
            case MOVE -> words.text("deliverables.change.move", change.found().map(event -> event.target().isOwnCalendar()
                    ? event.target().mailbox() : words.text("deliverables.shared-calendar")).orElse(""), who);
            default -> change.target().isOwnCalendar() ? words.of(change.reason()) + " · " + who : words.of(change.reason());
        };
    }

    private String when(Change change) {
        return change.wanted().map(event -> due.value(Field.WHEN, event.content().value(Field.WHEN), today.get())).orElse("");
    }

    private Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("lx-secondary");
        label.setWrapText(true);
        return label;
    }

    private void addField(VBox texts, Change change, FieldChange field, CheckBox tick) {
        var theirs = due.value(field.field(), field.theirs(), today.get());
        var ours = due.value(field.field(), field.ours(), today.get());
        if (!field.edited()) {
            texts.getChildren().add(new TextFlow(text(words.of(field.field()) + ": ", "field"), text(theirs, "was"), text(" → ", "field"), text(ours, "is")));
            return;
        }
        texts.getChildren().addAll(quiet(words.text("deliverables.edited-field", words.of(field.field()))),
                sides(plan.side(change, field.field()), words.text("deliverables.keep-theirs", theirs), words.text("deliverables.take-ours", ours), side -> {
                    plan.decide(change, field.field(), side);
                    tick.setSelected(true);
                }));
    }

    private static VBox sides(Decisions.Side now, String theirs, String ours, java.util.function.Consumer<Decisions.Side> decided) {
        var group = new ToggleGroup();
        var keep = new RadioButton(theirs);
        var take = new RadioButton(ours);
        keep.setToggleGroup(group);
        take.setToggleGroup(group);
        keep.setTooltip(new Tooltip(theirs));
        take.setTooltip(new Tooltip(ours));
        (now == Decisions.Side.THEIRS ? keep : take).setSelected(true);
        keep.setOnAction(pressed -> decided.accept(Decisions.Side.THEIRS));
        take.setOnAction(pressed -> decided.accept(Decisions.Side.OURS));
        var box = new VBox(keep, take);
        box.getStyleClass().add("sides");
        return box;
    }

    private static Text text(String content, String style) {
        var text = new Text(content);
        text.getStyleClass().add(style);
        return text;
    }
}
