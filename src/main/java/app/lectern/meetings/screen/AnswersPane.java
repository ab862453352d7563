package app.lectern.meetings.screen;

import app.lectern.meetings.Attendee;
import app.lectern.meetings.InvitationAnswer;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who is invited and what each of them answered, with the answers counted above.
final class AnswersPane extends VBox {
    private final Words words;

    AnswersPane(Words words) {
        super(8);
        this.words = words;
        setId("meeting-answers");
        managedProperty().bind(visibleProperty());
        show(List.of());
    }

    void show(List<Attendee> invited) {
        getChildren().clear();
        setVisible(!invited.isEmpty());
        if (invited.isEmpty()) {
            return;
        }
        var counted = new Label(counted(invited));
        counted.setId("meeting-answers-counted");
        counted.getStyleClass().add("lx-secondary");
        counted.setWrapText(true);
        counted.setMinHeight(USE_PREF_SIZE);
        getChildren().add(counted);
        invited.forEach(each -> getChildren().add(person(each)));
    }

    private String counted(List<Attendee> invited) {
        return Arrays.stream(InvitationAnswer.values()).filter(answer -> invited.stream().anyMatch(each -> each.answer() == answer))
                .map(answer -> words.text("meetings.answered." + answer.name().toLowerCase(Locale.ROOT),
                        invited.stream().filter(each -> each.answer() == answer).count())).collect(Collectors.joining(" · "));
    }

    private Node person(Attendee of) {
        var name = new Label(of.name().isEmpty() ? of.address() : of.name());
        name.setMinWidth(0);
        var address = new Label(of.required() ? of.address() : words.text("meetings.optional", of.address()));
        address.getStyleClass().add("lx-secondary");
        address.setMinWidth(0);
        var texts = new VBox(name, address);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var line = new HBox(9, Icons.of("bi-person", 14), texts, new Chip(words.of(of.answer()), tone(of.answer()), icon(of.answer())));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Tone tone(InvitationAnswer answer) {
        return switch (answer) {
            case ACCEPTED -> Tone.SUCCESS;
            case TENTATIVE -> Tone.WARNING;
            case DECLINED -> Tone.DANGER;
            case NONE -> Tone.NEUTRAL;
        };
    }

    private static String icon(InvitationAnswer answer) {
        return switch (answer) {
            case ACCEPTED -> "bi-check";
            case TENTATIVE -> "bi-question";
            case DECLINED -> "bi-x";
            case NONE -> "bi-dash";
        };
    }
}
