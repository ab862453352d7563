package app.lectern.meetings.screen;

import app.lectern.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// How many meetings of a crowd do not show for want of room; a press opens their day, where they all do.
final class WeekCountPane extends Button {
    private final Words words;
    private final List<WeekEntryPane> crowd;
    private int shown;

    WeekCountPane(Words words, List<WeekEntryPane> crowd, Runnable openDay) {
        this.words = words;
        this.crowd = crowd;
        getStyleClass().add("lx-week-count");
        // the week is one stop of the Tab key, in which D opens the day
        setFocusTraversable(false);
        setMinSize(0, 0);
        setOnAction(pressed -> openDay.run());
        setVisible(false);
    }

    /// After the crowd has been placed.
    void show() {
        var hidden = crowd.stream().filter(entry -> !entry.isVisible()).map(entry -> entry.piece().entry()).toList();
        if (hidden.size() == shown) {
            return;
        }
        shown = hidden.size();
        setVisible(shown > 0);
        setText("+" + shown);
        setAccessibleText(words.text("meetings.week.more", shown));
        setTooltip(new Tooltip(hidden.stream().map(entry -> words.time(entry.start()) + "  " + entry.subject()).collect(Collectors.joining("\n"))));
    }

    LocalDate day() {
        return crowd.getFirst().piece().day();
    }

    int from() {
        return crowd.stream().mapToInt(entry -> entry.piece().stretch().from()).min().orElse(0);
    }

    int until() {
        return crowd.stream().mapToInt(entry -> entry.piece().stretch().until()).max().orElse(0);
    }
}
