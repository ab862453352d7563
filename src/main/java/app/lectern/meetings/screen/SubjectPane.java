package app.lectern.meetings.screen;

import app.lectern.meetings.planning.SlotField;
import app.lectern.meetings.planning.bulk.SubjectTemplate;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The subject, written or made from a template. The list of templates shows each as it would read now.
final class SubjectPane extends VBox {
    private final Shell shell;
    private final Words words;
    private final PlanViewModel plan;
    private final SubjectsViewModel subjects;
    private final TextField subject = new TextField();
    private final MenuButton templates = new MenuButton(null, Icons.of("bi-braces", 14));
    private boolean filling;

    SubjectPane(Shell shell, PlanViewModel plan, SubjectsViewModel subjects) {
        this.shell = shell;
        this.words = shell.words();
        this.plan = plan;
        this.subjects = subjects;
        subject.setId("meeting-subject");
        HBox.setHgrow(subject, Priority.ALWAYS);
        templates.setId("meeting-templates");
        templates.getStyleClass().addAll("no-arrow", "lx-icon-button");
        templates.setAccessibleText(words.text("meetings.editor.template"));
        templates.setTooltip(new Tooltip(words.text("meetings.editor.template")));
        templates.setOnShowing(shown -> fillMenu());
        subjects.kept().subscribe(kept -> fillMenu());
        var line = new HBox(6, subject, templates);
        var row = new FieldRow();
        row.setLabel(words.text("meetings.column.subject"));
        row.setControl(line);
        HBox.setHgrow(line, Priority.ALWAYS);
        subject.setAccessibleText(words.text("meetings.column.subject"));
        plan.at(SlotField.SUBJECT).subscribe(subject::setAccessibleHelp);
        row.showProblem(plan.at(SlotField.SUBJECT));
        subjects.byHand().subscribe(places -> row.setHint(places.isEmpty() ? ""
                : words.text("meetings.editor.template-by-hand", places.stream().map(place -> "{" + place + "}").collect(Collectors.joining(", ")))));
        getChildren().add(row);
        subject.textProperty().addListener((observed, before, text) -> {
            if (!filling) {
                plan.change(was -> was.withSubject(text));
            }
        });
        plan.filled().subscribe(times -> show());
        // a template follows the other fields while the subject is not being written
        plan.plan().addListener((observed, before, now) -> {
            if (!subject.isFocused()) {
                show();
            }
        });
    }

    private void show() {
        var now = plan.get().subject();
        if (!subject.getText().equals(now)) {
            filling = true;
            subject.setText(now);
            filling = false;
        }
    }

    private void fillMenu() {
        templates.getItems().clear();
        var kept = subjects.kept().get();
        if (kept.isEmpty()) {
            var none = new MenuItem(words.text("meetings.editor.template-none"));
            none.setDisable(true);
            templates.getItems().add(none);
        }
        kept.forEach(each -> templates.getItems().add(item(each)));
        var keep = new MenuItem(words.text("meetings.editor.template-keep"), Icons.of("bi-plus", 14));
        keep.setOnAction(chosen -> keep());
        templates.getItems().addAll(new SeparatorMenuItem(), keep);
        if (!kept.isEmpty()) {
            var remove = new Menu(words.text("meetings.editor.template-remove"), Icons.of("bi-trash", 14));
            kept.forEach(each -> {
                var one = new MenuItem(each.text());
                one.setMnemonicParsing(false);
                one.setOnAction(chosen -> subjects.remove(each));
                remove.getItems().add(one);
            });
            templates.getItems().add(remove);
        }
    }

    private MenuItem item(SubjectTemplate of) {
        var preview = subjects.preview(of);
        var item = new MenuItem(preview.equals(of.text()) ? preview : of.text() + "\n" + preview);
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> {
            subjects.choose(of);
            show();
            subject.requestFocus();
            selectFirstPlace();
        });
        return item;
    }

    /// What no field fills in is written next.
    private void selectFirstPlace() {
        int open = subject.getText().indexOf('{');
        int close = subject.getText().indexOf('}', open);
        if (open >= 0 && close > open) {
            subject.selectRange(open, close + 1);
        } else {
            subject.end();
        }
    }

    private void keep() {
        var places = subjects.places().stream().map(place -> "{" + place + "}").collect(Collectors.joining(", "));
        shell.dialogs().askText(new Dialogs.TextQuestion(words.text("meetings.editor.template-keep"), words.text("meetings.editor.template-text", places),
                words.text("meetings.editor.template-label"), plan.get().subject(), words.text("meetings.editor.template-keep"), false), subjects::keep);
    }

    void begin() {
        subject.requestFocus();
        subject.end();
    }
}
