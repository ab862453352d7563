package app.lectern.meetings.screen;

import app.lectern.meetings.MeetingSpan;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Segmented;
import app.lectern.words.Words;
import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Above the calendar: which days, a filter, and how they are laid out. The list has spans in place of days.
final class CalendarBarPane extends HBox {
    private final MeetingsViewModel model;
    private final Words words;
    private final CustomTextField filter = new CustomTextField();
    private final Label title = new Label();
    private final HBox days;
    private final Segmented<MeetingSpan> span;
    private final Segmented<CalendarMode> mode;

    CalendarBarPane(MeetingsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("lx-calendar-bar", "lx-area");
        setAlignment(Pos.CENTER_LEFT);
        var today = new Button(words.text("meetings.today"));
        today.setId("meetings-today");
        today.setTooltip(new Tooltip(words.text("meetings.today") + "  T"));
        today.setMinWidth(USE_PREF_SIZE);
        today.setOnAction(pressed -> model.goTo(model.today()));
        title.getStyleClass().add("title");
        title.setId("meetings-title");
        title.setMinWidth(USE_PREF_SIZE);
        days = new HBox(6, today, step("bi-chevron-left", "meetings.before", -1), step("bi-chevron-right", "meetings.after", 1), title);
        days.setAlignment(Pos.CENTER_LEFT);
        days.setMinWidth(USE_PREF_SIZE);
        span = new Segmented<>(List.of(MeetingSpan.values()), words::of);
        span.setId("meetings-span");
        span.valueProperty().bindBidirectional(model.span());
        mode = new Segmented<>(List.of(CalendarMode.values()), words::of);
        mode.setId("meetings-mode");
        mode.setMinWidth(USE_PREF_SIZE);
        mode.valueProperty().set(model.page().get().mode());
        mode.valueProperty().addListener((observed, before, now) -> model.show(now));
        filter.setId("meetings-filter");
        filter.setLeft(Icons.of("bi-search", 14));
        filter.setPromptText(words.text("meetings.filter"));
        filter.setAccessibleText(words.text("meetings.filter"));
        filter.textProperty().bindBidirectional(model.filter());
        filter.setPrefWidth(180);
        filter.setMinWidth(60);
        getChildren().addAll(days, Card.space(), filter, mode);
        model.page().subscribe(this::show);
    }

    private Button step(String icon, String key, int pages) {
        var button = new Button(null, Icons.of(icon, 14));
        button.getStyleClass().add("lx-icon-button");
        button.setId(pages < 0 ? "meetings-before" : "meetings-after");
        button.setAccessibleText(words.text(key));
        button.setTooltip(new Tooltip(words.text(key)));
        button.setOnAction(pressed -> model.turn(pages));
        return button;
    }

    private void show(CalendarPage page) {
        mode.valueProperty().set(page.mode());
        getChildren().set(0, page.mode() == CalendarMode.LIST ? span : days);
    }

    /// The days as they are shown now.
    void say(String text) {
        title.setText(text);
    }

    void focusFilter() {
        filter.requestFocus();
    }
}
