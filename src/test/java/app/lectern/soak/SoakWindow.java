package app.lectern.soak;

import app.lectern.Main;
import java.util.List;
import java.util.Random;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/// Lectern's own window with somebody restless at the keyboard, who looks at everything and decides nothing: no Enter, no
/// Space, no mouse.
final class SoakWindow {
    private static final List<KeyCode> LOOKING = List.of(KeyCode.TAB, KeyCode.TAB, KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.RIGHT, KeyCode.LEFT,
            KeyCode.PAGE_DOWN, KeyCode.PAGE_UP, KeyCode.HOME, KeyCode.END, KeyCode.ESCAPE);
    private static final List<String> TYPED = List.of("lesson", "marta", "algebra", "2026", "zz");
    private static final int PLACES = 9;
    /// The headless screen is no larger.
    private static final int LARGEST = 1000;

    private SoakWindow() {}

    public static void main(String[] arguments) throws Exception {
        var robot = new Thread(() -> play(new Random(Long.parseLong(arguments[0]))), "robot");
        robot.setDaemon(true);
        robot.start();
        Main.main(new String[0]);
    }

    private static void play(Random random) {
        var robot = new FxRobot();
        try {
            while (!isOpen()) {
                Thread.sleep(200);
            }
            while (true) {
                Thread.sleep(random.nextInt(150, 600));
                act(robot, random);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOpen() {
        try {
            return Window.getWindows().stream().anyMatch(Window::isShowing);
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    private static void act(FxRobot robot, Random random) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> robot.push(KeyCode.CONTROL, KeyCode.values()[KeyCode.DIGIT1.ordinal() + random.nextInt(PLACES)]);
            case 3 -> robot.push(KeyCode.F5);
            case 4 -> find(robot, TYPED.get(random.nextInt(TYPED.size())));
            case 5 -> look(robot, TYPED.get(random.nextInt(TYPED.size())));
            case 6 -> Platform.runLater(() -> resize(random.nextInt(700, LARGEST), random.nextInt(640, LARGEST)));
            default -> robot.push(LOOKING.get(random.nextInt(LOOKING.size())));
        }
    }

    private static void find(FxRobot robot, String text) {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text, 5);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.BACK_SPACE);
        robot.push(KeyCode.ESCAPE);
    }

    private static void look(FxRobot robot, String text) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write(text, 5);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ESCAPE);
    }

    private static void resize(double width, double height) {
        Window.getWindows().stream().filter(Stage.class::isInstance).findFirst().ifPresent(stage -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }
}
