package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The window as a person with a keyboard and a mouse meets it, on the headless platform.
class MainWindowUiTest extends SampleWindow {
    @Test
    void controlAndANumberGoToTheScreen() {
        press(KeyCode.CONTROL, KeyCode.DIGIT5);
        assertThat(window.place().get()).isEqualTo(Place.RECORDINGS);

        press(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(window.place().get()).isEqualTo(Place.SETTINGS);
        assertThat(stage.getTitle()).contains("Settings").contains("simulated");
    }

    @Test
    void aClickInTheNavigationGoesThere() {
        click("#go-diagnose");

        assertThat(window.place().get()).isEqualTo(Place.DIAGNOSE);
        assertThat(visible("Find out why a meeting has no link, no recording or no attendance")).isTrue();
    }

    @Test
    void aWorkspaceShowsItsOwnScreensAndTheOthersStayReachable() throws Exception {
        Toolkit.onFx(() -> {
            var was = sample.choices.selected().get();
            sample.choices.selected().set(new IntegrationChoices.Choice(was.id(), was.name(), was.signInMode(), was.state(), was.health(),
                    was.simulated(), java.util.EnumSet.of(Place.OVERVIEW, Place.RECORDINGS, Place.SETTINGS)));
            return null;
        });
        settle();
        assertThat(window.scene().lookup("#go-accounts").isVisible()).isFalse();
        assertThat(window.scene().lookup("#go-recordings").isVisible()).isTrue();

        press(KeyCode.DOWN);
        press(KeyCode.SPACE);
        assertThat(window.place().get()).as("the next that is shown").isEqualTo(Place.RECORDINGS);
        press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(window.place().get()).isEqualTo(Place.ACCOUNTS);
    }

    @Test
    void arrowsMoveAlongTheNavigationAndSpaceOpens() {
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertThat(window.place().get()).isEqualTo(Place.OVERVIEW);

        press(KeyCode.SPACE);
        assertThat(window.place().get()).isEqualTo(Place.ACCOUNTS);
    }

    @Test
    void keysOfTheScreenReachIt() {
        press(KeyCode.F5);
        press(KeyCode.SHIFT, KeyCode.F5);
        press(KeyCode.CONTROL, KeyCode.N);

        assertThat(done).containsExactly("refresh", "sync", "new");
    }

    @Test
    void thePaletteFindsAndOpens() {
        press(KeyCode.CONTROL, KeyCode.K);
        robot.write("marta");
        settle();
        press(KeyCode.ENTER);

        assertThat(sample.opened).containsExactly("marta");
        assertThat(window.layers().hasModal()).isFalse();
    }

    @Test
    void thePaletteGoesToAScreenAfterMovingDown() {
        press(KeyCode.CONTROL, KeyCode.K);
        robot.write("go to a");
        settle();
        press(KeyCode.DOWN);
        press(KeyCode.UP);
        press(KeyCode.ENTER);

        assertThat(window.place().get()).isEqualTo(Place.ACCOUNTS);
    }

    @Test
    void keysOfTheWindowRestWhileThePaletteIsOpen() {
        press(KeyCode.CONTROL, KeyCode.K);
        press(KeyCode.CONTROL, KeyCode.DIGIT5);
        press(KeyCode.TAB);
        press(KeyCode.TAB);

        assertThat(window.place().get()).isEqualTo(Place.OVERVIEW);
        assertThat(Focus.isInside(window.scene().getFocusOwner(), window.scene().lookup("#palette"))).isTrue();
    }

    @Test
    void escapeClosesTheTopmostOnlyAndFocusReturns() {
        click("#filter");
        press(KeyCode.ALT, KeyCode.T);
        press(KeyCode.CONTROL, KeyCode.K);
        assertThat(window.scene().lookup("#palette")).isNotNull();

        press(KeyCode.ESCAPE);
        assertThat(window.scene().lookup("#palette")).isNull();
        assertThat(window.scene().lookup("#task-list")).isNotNull();

        press(KeyCode.ESCAPE);
        assertThat(window.scene().lookup("#task-list")).isNull();
        assertThat(window.scene().getFocusOwner().getId()).isEqualTo("filter");
    }

    @Test
    void f6GoesThroughTheAreasInOrderAndBack() {
        var visited = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            press(KeyCode.F6);
            visited.add(area());
        }
        assertThat(visited).containsExactly("filters", "list", "strip", "top bar", "navigation");

        press(KeyCode.SHIFT, KeyCode.F6);
        assertThat(area()).isEqualTo("top bar");
    }

    private String area() {
        var names = List.of("top bar", "navigation", "filters", "list", "strip");
        var areas = window.frame().areas();
        for (int i = 0; i < areas.size(); i++) {
            if (Focus.isInside(window.scene().getFocusOwner(), areas.get(i))) {
                return names.get(i);
            }
        }
        return "nowhere";
    }

    @Test
    void theThemeSwitchesWhileTheWindowIsOpen() {
        assertThat(window.scene().getRoot().getStyleClass()).contains("lx-light");

        Toolkit.run(() -> window.look().toggle());

        assertThat(window.scene().getRoot().getStyleClass()).contains("lx-dark").doesNotContain("lx-light");
        assertThat(window.settings().get().appearance().theme()).isEqualTo(Settings.Theme.DARK);
    }

    @Test
    void theRailCollapsesAndTheChoiceIsKept() {
        click("#brand");

        assertThat(window.frame().navigation().getWidth()).isEqualTo(NavigationRail.NARROW);
        assertThat(window.settings().get().window().railCollapsed()).isTrue();
    }

    @Test
    void theSwitcherChangesTheTenantAndTheDemoBannerGoes() {
        assertThat(window.scene().lookup("#demo-banner").isVisible()).isTrue();
        click("#switcher");
        photograph("menu");
        robot.clickOn("Harbour Learning Trust");
        settle();

        assertThat(window.scene().lookup("#demo-banner").isVisible()).isFalse();
        assertThat(stage.getTitle()).isEqualTo("Lectern – Overview – Harbour Learning Trust");
    }

    @Test
    void everyIconOnlyButtonHasANameAndATooltip() {
        press(KeyCode.ALT, KeyCode.T);
        for (var node : window.scene().getRoot().lookupAll(".lx-icon-button")) {
            var button = (javafx.scene.control.Button) node;
            if (button.isVisible() && button.getParent().isVisible() && button.getGraphic() != null) {
                assertThat(button.getAccessibleText()).as(button.toString()).isNotBlank();
                assertThat(button.getTooltip()).as(button.toString()).isNotNull();
            }
        }
    }
}
