package app.lectern.meetings.screen;

import app.lectern.meetings.Attendee;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.screen.MeetingsViewModel.Details;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.KeyValues;
import app.lectern.shell.controls.SameFocus;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything about the chosen meeting: what its kind allows, its link, who is invited, and the ids that support asks for.
final class MeetingDetailsPane extends VBox {
    private final Shell shell;
    private final Words words;
    private final MeetingsViewModel model;
    private final VBox body = new VBox(10);

    MeetingDetailsPane(Shell shell, MeetingsViewModel model) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
        getStyleClass().addAll("lx-card", "lx-area", "lx-meeting");
        getStylesheets().add(MeetingDetailsPane.class.getResource("meetings.css").toExternalForm());
        body.getStyleClass().add("content");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        show(Optional.empty());
    }

    void show(Optional<Details> chosen) {
        SameFocus.during(body, () -> {
            body.getChildren().clear();
            chosen.ifPresentOrElse(this::fill, () -> body.getChildren().add(
                    new StatePane("bi-calendar-week", Tone.NEUTRAL, words.text("meetings.details.none"), words.text("meetings.details.none.text"))));
        });
    }

    private void fill(Details details) {
        details.entry().meeting().ifPresent(of -> fill(of, details.attendees()));
    }

    private void fill(Meeting of, List<Attendee> attendees) {
        var subject = new Label(of.subject());
        subject.getStyleClass().add("lx-section");
        subject.setWrapText(true);
        var kind = model.text().isLimited(of) ? new Chip(words.of(of.kind()), Tone.WARNING) : new Chip(words.of(of.kind()), Tone.SUCCESS);
        body.getChildren().addAll(subject, new HBox(8, kind, new Chip(words.of(of.state()), EntryText.tone(of.state()))), buttons(of));
        if (model.text().isLimited(of)) {
            body.getChildren().add(new InlineMessage(Tone.WARNING, words.text("meetings.limited"), model.text().allows(of)));
        }
        body.getChildren().add(facts(of));
        body.getChildren().add(heading(words.text("meetings.invited", attendees.size())));
        var answers = new AnswersPane(words);
        answers.show(attendees);
        body.getChildren().add(answers);
    }

    private HBox buttons(Meeting of) {
        var join = button("meetings.join", "bi-box-arrow-up-right", () -> shell.outside().openPage(of.joinUrl()));
        var copy = button("meetings.copy-link", "bi-clipboard", () -> copy(of, of.joinUrl()));
        copy.setId("meeting-copy-link");
        var invitation = button("meetings.copy-invitation", "bi-envelope", () -> copy(of, model.invitation(of)));
        var buttons = new HBox(6, join, copy, invitation);
        buttons.getChildren().forEach(each -> each.setDisable(!of.hasLink()));
        if (of.kind().hasCalendarEvent() && of.state().isHeld()) {
            var edit = button("meetings.edit", "bi-pencil", () -> model.edit(of));
            edit.setId("meeting-edit");
            buttons.getChildren().addFirst(edit);
        }
        return buttons;
    }

    private void copy(Meeting of, String text) {
        shell.copy(text);
        model.linkCopied(of);
    }

    private Button button(String key, String icon, Runnable action) {
        var button = new Button(words.text(key), Icons.of(icon, 14));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private KeyValues facts(Meeting of) {
        var facts = new KeyValues(110)
                .line(words.text("meetings.column.when"), model.text().when(of.start(), of.end()))
                .line(words.text("meetings.zone"), of.zone().isEmpty() ? words.zone().getId() : of.zone())
                .line(words.text("meetings.column.organiser"), of.organiser().name())
                .mono(words.text("meetings.address"), of.organiser().address())
                .line(words.text("meetings.records"), of.records().map(on -> words.text(on ? "meetings.records.yes" : "meetings.records.no"))
                        .orElse(words.text("meetings.records.unknown")));
        if (!of.onlineMeetingId().isEmpty()) {
            facts.mono(words.text("meetings.online-id"), of.onlineMeetingId());
        }
        if (!of.threadId().isEmpty()) {
            facts.mono(words.text("meetings.thread"), of.threadId());
        }
        return facts;
    }

    private static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("lx-card-title", "heading");
        return label;
    }
}
