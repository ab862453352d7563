package app.lectern.shell;

import app.lectern.shell.controls.Chip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/// What a machine can see of a screen: text that is cut, controls that hang out of their place, controls without a name, faint
/// text, and what the Tab key does not reach. To be called on the FX thread, after a layout.
public final class ScreenCheck {
    private static final double CONTRAST = 4.5;
    private static final double TOLERANCE = 1.5;
    private static final double FRAME = 6;
    private static final Set<String> SIGNS = Set.of("lx-figure", "lx-card-title", "lx-field-label");
    private static final int MOST_TABS = 400;

    private ScreenCheck() {}

    /// Everything that is wrong, each in a line. In a `roomy` window no text at all may be cut short, in a small one nothing by which
    /// somebody acts or orients himself: the whole of other texts is shown where they are pointed at.
    public static List<String> faults(Node root, boolean roomy) {
        var found = new ArrayList<String>();
        seen(root).forEach(node -> {
            if (node instanceof Labeled labeled && isCut(labeled) && (roomy || isSign(labeled))) {
                found.add("cut: " + name(node));
            }
            if (node instanceof Control && hangsOut(node)) {
                found.add("hangs out: " + name(node));
            }
            if (node instanceof Control && isStop(node) && isMute(node)) {
                found.add("has no name: " + name(node));
            }
            if (node instanceof Text text && isFaint(text)) {
                found.add("faint: " + text.getText() + " in " + name(node.getParent()));
            }
        });
        return found.stream().distinct().toList();
    }

    /// What is wrong with the way that the Tab key goes round the scene: stops below the node that it does not come to, or that it does not
    /// leave again.
    public static List<String> notReached(Scene scene, Node below) {
        var wanted = new HashSet<Node>(seen(below).filter(ScreenCheck::isStop).filter(node -> node instanceof Control).filter(Predicate.not(ScreenCheck::isInRow)).toList());
        if (wanted.isEmpty()) {
            return List.of();
        }
        var visited = new HashSet<Node>();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            var owner = scene.getFocusOwner();
            if (owner != null && !visited.add(owner) && Focus.isInside(owner, below)) {
                break;
            }
            Event.fireEvent(owner == null ? scene.getRoot() : owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false));
            if (owner != null && owner == scene.getFocusOwner() && wanted.size() > 1) {
                return List.of("Tab does not leave: " + name(owner));
            }
        }
        wanted.removeIf(node -> isVisited(node, visited));
        return wanted.stream().map(node -> "Tab does not reach: " + name(node)).sorted().toList();
    }

    /// What is wrong with where the keyboard begins in a dialog: nowhere, outside it, or at what destroys something.
    public static List<String> firstFocus(Scene scene, Node dialog) {
        var owner = scene.getFocusOwner();
        if (owner == null || !Focus.isInside(owner, dialog)) {
            return List.of("the keyboard begins outside");
        }
        if (!(owner instanceof Control) || owner.isDisabled() || owner.getStyleClass().contains("danger")) {
            return List.of("the keyboard begins at " + name(owner));
        }
        boolean fields = seen(dialog).anyMatch(node -> node instanceof TextInputControl input && input.isEditable() && isStop(input));
        return fields && owner instanceof ButtonBase && !(owner instanceof Toggle)
                ? List.of("the keyboard begins at a button though there is a field: " + name(owner)) : List.of();
    }

    /// Which controls below the node a key cannot work. Nothing is fired: a button that Space has pressed is let go again. The scene must be on
    /// a stage.
    public static List<String> notByKeys(Node below) {
        var found = new ArrayList<String>();
        seen(below).filter(ScreenCheck::isStop).forEach(node -> {
            switch (node) {
                case MenuButton menu when !(menu instanceof SplitMenuButton) -> {
                    if (!opensBySpace(menu)) {
                        found.add("Space does not open: " + name(node));
                    }
                }
                case ButtonBase button -> {
                    if (!isPressedBySpace(button)) {
                        found.add("Space does not press: " + name(node));
                    }
                    if (!(button instanceof Toggle) && !(button instanceof CheckBox) && button.getOnAction() == null) {
                        found.add("does nothing by itself: " + name(node));
                    }
                }
                case ComboBoxBase<?> box -> {
                    if (!opens(box, KeyCode.F4, box::isShowing, box::hide)) {
                        found.add("F4 does not open: " + name(node));
                    }
                }
                case ChoiceBox<?> box -> {
                    if (!opens(box, KeyCode.SPACE, box::isShowing, box::hide)) {
                        found.add("Space does not open: " + name(node));
                    }
                }
                case Control control -> { }
                default -> {
                    if (node.getOnKeyPressed() == null) {
                        found.add("has the keyboard and hears no key: " + name(node));
                    }
                }
            }
        });
        return found;
    }

    private static boolean isPressedBySpace(ButtonBase button) {
        button.requestFocus();
        key(button, KeyCode.SPACE, KeyEvent.KEY_PRESSED);
        boolean pressed = button.isArmed();
        button.disarm();
        return pressed;
    }

    private static boolean opensBySpace(MenuButton menu) {
        return opens(menu, KeyCode.SPACE, menu::isShowing, menu::hide);
    }

    private static boolean opens(Node box, KeyCode by, BooleanSupplier isShowing, Runnable hide) {
        box.requestFocus();
        key(box, by, KeyEvent.KEY_PRESSED);
        key(box, by, KeyEvent.KEY_RELEASED);
        boolean opened = isShowing.getAsBoolean();
        hide.run();
        return opened;
    }

    private static void key(Node to, KeyCode code, EventType<KeyEvent> type) {
        Event.fireEvent(to, new KeyEvent(type, "", "", code, false, false, false, false));
    }

    /// A dialog in which something is typed is sent off by Enter, wherever in it the keyboard is.
    public static List<String> notSentByEnter(Node dialog) {
        boolean typed = seen(dialog).anyMatch(node -> node instanceof TextField field && field.isEditable() && isStop(field) && field.getOnAction() == null);
        return !typed ? List.of() : seen(dialog).filter(node -> node instanceof Button && node.getStyleClass().contains("accent")).map(Button.class::cast)
                .filter(button -> !button.isDefaultButton()).map(button -> "Enter does not press: " + name(button)).toList();
    }

    /// A group of choices is one stop: its arrows lead to the others.
    private static boolean isVisited(Node node, Set<Node> visited) {
        return visited.stream().anyMatch(each -> each == node || Focus.isInside(each, node))
                || node instanceof Toggle toggle && toggle.getToggleGroup() != null
                && visited.stream().anyMatch(each -> each instanceof Toggle other && other.getToggleGroup() == toggle.getToggleGroup());
    }

    private static boolean isStop(Node node) {
        return node.isFocusTraversable() && !node.isDisabled() && !(node instanceof ScrollBar) && !(node.getParent() instanceof Spinner<?>);
    }

    private static boolean isInRow(Node node) {
        return above(node).anyMatch(each -> each instanceof IndexedCell<?>);
    }

    private static Stream<Node> seen(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        var below = node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(ScreenCheck::seen) : Stream.<Node>empty();
        return Stream.concat(Stream.of(node), below);
    }

    private static Stream<Node> above(Node node) {
        return Stream.iterate(node.getParent(), each -> each != null, Node::getParent);
    }

    /// Long names may end with an ellipsis where a tooltip says the whole.
    private static boolean isCut(Labeled labeled) {
        return labeled.isTextTruncated() && labeled.getWidth() > 0 && Stream.concat(Stream.of((Node) labeled), above(labeled))
                .noneMatch(each -> each instanceof Control control && control.getTooltip() != null || each instanceof IndexedCell<?>
                        || each.getStyleClass().contains("lx-week-entry"));
    }

    private static boolean isSign(Labeled labeled) {
        return labeled instanceof ButtonBase || labeled instanceof Chip || labeled.getStyleClass().stream().anyMatch(SIGNS::contains)
                || labeled.getParent() instanceof ButtonBase || labeled.getParent() instanceof TableColumnHeader;
    }

    private static boolean hangsOut(Node node) {
        var parent = node.getParent();
        if (!node.isManaged() || node instanceof Label label && blank(label.getText()) || !(parent instanceof Region region) || parent instanceof ScrollPane || scrolls(node)) {
            return false;
        }
        Bounds bounds = node.getBoundsInParent();
        Bounds layout = node.localToParent(node.getLayoutBounds());
        return bounds.getWidth() > 0 && (layout.getMinX() < -TOLERANCE || layout.getMinY() < -TOLERANCE
                || layout.getMaxX() > region.getWidth() + TOLERANCE || layout.getMaxY() > region.getHeight() + TOLERANCE);
    }

    private static boolean scrolls(Node node) {
        var parent = node.getParent();
        return parent instanceof Group || parent instanceof VirtualFlow<?> || node instanceof IndexedCell<?> || parent.getStyleClass().contains("viewport")
                || parent.getStyleClass().contains("sheet") || node instanceof ScrollBar;
    }

    private static boolean isMute(Node node) {
        return blank(node.getAccessibleText()) && !(node instanceof Labeled labeled && !blank(labeled.getText())) && !(node instanceof IndexedCell<?>)
                && seen(node.getScene().getRoot()).noneMatch(each -> each instanceof Label label && label.getLabelFor() == node);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static boolean isFaint(Text text) {
        if (blank(text.getText()) || !(text.getFill() instanceof Color fill) || fill.getOpacity() == 0 || isDimmed(text)) {
            return false;
        }
        var ground = ground(text);
        return contrast(over(fill, ground), ground) < CONTRAST - 0.05;
    }

    /// What is disabled, or on its way in or out, need not be read.
    private static boolean isDimmed(Node node) {
        return node.isDisabled() || Stream.concat(Stream.of(node), above(node)).anyMatch(each -> each.getOpacity() < 1)
                || above(node).anyMatch(each -> each instanceof TextInputControl);
    }

    private static Color ground(Node node) {
        var colour = Color.WHITE;
        for (var each : above(node).toList().reversed()) {
            if (each instanceof Region region && region.getBackground() != null) {
                for (var fill : region.getBackground().getFills()) {
                    var insets = fill.getInsets();
                    boolean covers = insets.getLeft() <= FRAME && insets.getRight() <= FRAME && insets.getTop() <= FRAME && insets.getBottom() <= FRAME;
                    if (covers && fill.getFill() instanceof Color paint) {
                        colour = over(paint, colour);
                    }
                }
            }
        }
        return colour;
    }

    private static Color over(Color top, Color below) {
        double share = top.getOpacity();
        return Color.color(top.getRed() * share + below.getRed() * (1 - share), top.getGreen() * share + below.getGreen() * (1 - share),
                top.getBlue() * share + below.getBlue() * (1 - share));
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static String name(Node node) {
        var said = node instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "";
        var id = node.getId() == null ? node.getStyleClass().toString() : "#" + node.getId();
        var within = above(node).filter(each -> each.getId() != null).findFirst().map(each -> " in #" + each.getId()).orElse("");
        return node.getClass().getSimpleName() + " " + id + said + within;
    }
}
