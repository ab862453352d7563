package app.lectern.shell.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card: one task, with a head line, a body and, where buttons must stay in view, a foot. Never inside another card.
public final class Card extends VBox {
    private final VBox body = new VBox();

    public Card() {
        getStyleClass().add("lx-card");
        body.getStyleClass().add("body");
        setVgrow(body, Priority.ALWAYS);
        getChildren().add(body);
        setMinSize(0, 0);
    }

    /// With a head: title, a quiet line beside it (may be empty), and nodes at the right.
    public static Card titled(String title, String beside, Node... right) {
        var card = new Card();
        var label = new Label(title);
        label.getStyleClass().add("lx-card-title");
        var quiet = new Label(beside);
        quiet.getStyleClass().add("lx-secondary");
        quiet.setMinWidth(0);
        label.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(label);
        if (beside.isEmpty()) {
            label.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(label, Priority.ALWAYS);
        } else {
            head.getChildren().addAll(quiet, space());
        }
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().addAll(right);
        card.getChildren().addFirst(head);
        return card;
    }

    public Card add(Node... nodes) {
        body.getChildren().addAll(nodes);
        return this;
    }

    /// A body without padding, for lists and tables that reach the card's edges.
    public Card flush(Node content) {
        body.getStyleClass().add("flush");
        setVgrow(content, Priority.ALWAYS);
        body.getChildren().setAll(content);
        return this;
    }

    /// `left` stands at the left end of the foot, the rest at the right.
    public Card foot(Node left, Node... right) {
        var foot = new HBox(left, space());
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getChildren().addAll(right);
        getChildren().add(foot);
        return this;
    }

    /// A foot on the tinted ground of bars.
    public Card tintedFoot(Node left, Node... right) {
        foot(left, right);
        getChildren().getLast().getStyleClass().add("tinted");
        return this;
    }

    public VBox body() {
        return body;
    }

    /// What pushes its neighbours apart in a line.
    public static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
