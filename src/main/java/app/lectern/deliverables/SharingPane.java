package app.lectern.deliverables;

import app.lectern.problems.Problem;
import app.lectern.shell.DialogBox;
import app.lectern.shell.DialogTrouble;
import app.lectern.shell.ProblemMessage;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.words.Words;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The dialog about who may look into the shared calendar.
final class SharingPane extends FormPane {
    private final Shell shell;
    private final Words words;
    private final SharingViewModel model;
    private final DialogTrouble trouble;

    private SharingPane(Shell shell, SharingViewModel model) {
        this.words = shell.words();
        this.model = model;
        this.shell = shell;
        this.trouble = new DialogTrouble(shell);
        setId("deliverables-sharing");
        read();
    }

    static void open(Shell shell, DeliverableDeedsViewModel deeds) {
        var words = shell.words();
        var box = new DialogBox(words.text("deliverables.sharing"), words, shell.layers(), shell::copy);
        box.text(words.text("deliverables.sharing.text"));
        box.add(new SharingPane(shell, deeds.sharing()));
        box.left(words.text("deliverables.sharing.copy"), () -> deeds.now().ifPresent(now ->
                shell.copy(words.text("deliverables.sharing.mail", now.settings().calendarName()))));
        box.open(box.button(words.text("dialog.close"), () -> {}));
    }

    private void read() {
        getChildren().setAll(new LoadingRows(3));
        model.read(this::show, this::refused);
    }

    private void refused(Problem problem) {
        getChildren().setAll(ProblemMessage.of(shell, problem, this::read));
    }

    /// One change at a time; what is refused leaves everything as it was entered.
    private void change(BiConsumer<Runnable, Consumer<Problem>> work, Runnable back) {
        trouble.clear();
        setDisable(true);
        work.accept(() -> {
            setDisable(false);
            read();
        }, problem -> {
            setDisable(false);
            back.run();
            trouble.say(problem, () -> change(work, back));
        });
    }

    private void show(List<CalendarShare> shares) {
        getChildren().clear();
        shares.stream().filter(CalendarShare::isOrganisation).findFirst().ifPresent(everybody -> {
            var box = new CheckBox(words.text("deliverables.sharing.organisation"));
            box.setSelected(everybody.mayRead());
            box.setOnAction(pressed -> {
                boolean reads = box.isSelected();
                change((done, refused) -> model.organisation(reads, done, refused), () -> box.setSelected(!reads));
            });
            getChildren().add(box);
        });
        shares.stream().filter(share -> !share.isOrganisation()).forEach(share -> getChildren().add(line(share)));
        var address = new TextField();
        address.setId("sharing-address");
        address.setPromptText(words.text("deliverables.sharing.address"));
        address.setAccessibleText(words.text("deliverables.sharing.address"));
        HBox.setHgrow(address, Priority.ALWAYS);
        var add = new Button(words.text("deliverables.sharing.add"));
        add.setId("sharing-add");
        add.disableProperty().bind(address.textProperty().map(text -> !text.contains("@")));
        Runnable share = () -> {
            var whom = address.getText().strip();
            change((done, refused) -> model.share(whom, done, refused), address::requestFocus);
        };
        add.setOnAction(pressed -> share.run());
        address.setOnAction(entered -> share.run());
        var fresh = new HBox(8, address, add);
        getChildren().addAll(fresh, trouble);
    }

    private HBox line(CalendarShare share) {
        var who = new Label(share.name().isBlank() ? share.address() : share.name());
        var how = new Label(share.address());
        how.getStyleClass().add("lx-secondary");
        var remove = new Button(words.text("deliverables.sharing.remove"));
        remove.getStyleClass().addAll("small", "flat");
        remove.setAccessibleText(words.text("deliverables.sharing.remove") + " " + share.address());
        remove.setDisable(!share.removable());
        remove.setOnAction(pressed -> change((done, refused) -> model.remove(share, done, refused), remove::requestFocus));
        var line = new HBox(8, who, how, Card.space(), remove);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
