package app.lectern.accounts;

import app.lectern.problems.ProblemText;
import app.lectern.shell.Loading;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Who organises new meetings: three boxes in the order in which they are tried, the winner tinted, and below each why.
final class OrganiserChainPane extends VBox {
    private final Words words;
    private final AccountText text;
    private final HBox boxes = new HBox();
    private final Label about = new Label();

    OrganiserChainPane(Shell shell, OrganiserChainViewModel model) {
        this.words = shell.words();
        this.text = new AccountText(words);
        getStyleClass().addAll("lx-card", "lx-chain", "lx-area");
        var title = new Label(words.text("organiser.title"));
        title.getStyleClass().add("lx-card-title");
        about.getStyleClass().add("lx-secondary");
        about.setMinWidth(0);
        var again = new Button(null, Icons.of("bi-arrow-clockwise", 14));
        again.setId("chain-refresh");
        again.getStyleClass().addAll("flat", "small", "lx-icon-button");
        again.setAccessibleText(words.text("organiser.refresh"));
        again.setTooltip(new Tooltip(words.text("organiser.refresh")));
        again.setOnAction(pressed -> model.resolveAnew());
        var change = new Hyperlink(words.text("organiser.change"));
        change.setId("chain-order");
        change.setOnAction(pressed -> model.order(order -> OrganiserOrderPane.open(shell, order, model::keepOrder)));
        var line = new HBox(title, about, Card.space(), again, change);
        line.getStyleClass().add("title-line");
        line.setAlignment(Pos.CENTER_LEFT);
        boxes.getStyleClass().add("boxes");
        boxes.setAlignment(Pos.CENTER);
        getChildren().addAll(line, boxes);
        model.chainProperty().subscribe(this::show);
    }

    private void show(Loading<EmailChain> state) {
        boxes.getChildren().clear();
        about.setText(switch (state) {
            case Loading.Failed<EmailChain> failed -> new ProblemText(words).what(failed.problem());
            case Loading.Busy<EmailChain> busy when busy.before().isEmpty() -> words.text("accounts.busy");
            default -> words.text("organiser.about") + checkedAt(state).map(at -> "  " + words.text("organiser.checked", words.time(at))).orElse("");
        });
        state.data().ifPresentOrElse(this::boxes, this::placeholders);
    }

    /// Results are taken for granted for a while, so the oldest one's time is shown.
    private static Optional<java.time.Instant> checkedAt(Loading<EmailChain> state) {
        return state.data().stream().flatMap(chain -> chain.links().stream()).flatMap(link -> link.candidate().report().stream())
                .map(AccountReport::checkedAt).min(java.util.Comparator.naturalOrder());
    }

    private void boxes(EmailChain chain) {
        for (var link : chain.links()) {
            arrowBefore();
            boxes.getChildren().add(box(boxes.getChildren().size() / 2 + 1, link.role(), Optional.of(link)));
        }
    }

    /// The boxes without their results, so that nothing jumps when these arrive.
    private void placeholders() {
        for (var role : EmailChain.Role.values()) {
            arrowBefore();
            boxes.getChildren().add(box(boxes.getChildren().size() / 2 + 1, role, Optional.empty()));
        }
    }

    private void arrowBefore() {
        if (!boxes.getChildren().isEmpty()) {
            var arrow = new HBox(Icons.of("bi-arrow-right", 14));
            arrow.getStyleClass().add("arrow");
            arrow.setAlignment(Pos.CENTER);
            boxes.getChildren().add(arrow);
        }
    }

    private VBox box(int number, EmailChain.Role role, Optional<EmailChain.Link> link) {
        var circle = new Label(Integer.toString(number));
        circle.getStyleClass().add("number");
        var name = new Label(text.role(role));
        name.getStyleClass().add("role");
        var line = new HBox(circle, name, Card.space());
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        var address = new Label(link.map(EmailChain.Link::address).orElse(""));
        address.getStyleClass().add("lx-mono");
        var why = new Label(link.map(text::explains).orElse(""));
        why.getStyleClass().add("lx-secondary");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        var box = new VBox(line, address, why);
        box.getStyleClass().add("box");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPrefWidth(320);
        HBox.setHgrow(box, Priority.ALWAYS);
        link.ifPresent(known -> {
            line.getChildren().add(chip(known));
            if (known.standing() == EmailChain.Standing.WINS) {
                box.getStyleClass().add("wins");
            }
            box.setAccessibleText(name.getText() + ": " + text.standing(known) + ". " + known.address() + ". " + why.getText());
            box.setId("chain-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        });
        return box;
    }

    private Chip chip(EmailChain.Link link) {
        Tone tone = AccountTones.of(link.standing());
        var icon = switch (link.standing()) {
            case NOT_NEEDED, NOT_SET -> "bi-dash";
            default -> tone.icon();
        };
        return new Chip(text.standing(link), tone, icon);
    }
}
