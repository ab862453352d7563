package app.lectern.meetings.screen;

import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.MeetingOptions.Part;
import app.lectern.shell.controls.Choices;
import app.lectern.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The meeting options, by preset or one by one. Opening the lobby to everyone says what that means.
final class OptionsPane extends VBox {
    private final PlanViewModel plan;
    private final Words words;
    private final Supplier<Map<String, MeetingOptions>> presets;
    private final ChoiceBox<String> preset = new ChoiceBox<>();
    private final List<Consumer<MeetingOptions>> fillers = new ArrayList<>();
    private final Label risk;
    private Map<String, MeetingOptions> known = new LinkedHashMap<>();
    private boolean filling;

    /// @param presets by name, Lectern's and one's own
    /// @param own     keeps the present options for later meetings, where such can be kept
    OptionsPane(PlanViewModel plan, Words words, Supplier<Map<String, MeetingOptions>> presets, Optional<Keeping> own) {
        this.plan = plan;
        this.words = words;
        this.risk = hint("meetings.editor.open-to-all");
        this.presets = presets;
        getStyleClass().add("options");
        preset.setId("meeting-preset");
        preset.setMaxWidth(Double.MAX_VALUE);
        preset.setAccessibleText(words.text("meetings.editor.preset"));
        preset.valueProperty().addListener((observed, before, name) -> {
            if (!filling && name != null && known.containsKey(name)) {
                plan.change(was -> was.withOptions(known.get(name)));
                fill(plan.get().options());
            }
        });
        var keep = new Button(words.text("meetings.editor.keep-preset"));
        keep.setId("meeting-keep-preset");
        keep.getStyleClass().addAll("small", "flat");
        keep.setMinWidth(USE_PREF_SIZE);
        keep.setOnAction(pressed -> own.ifPresent(each -> each.asPreset().accept(plan.get().options())));
        HBox.setHgrow(preset, Priority.ALWAYS);
        var line = new HBox(6, preset);
        own.ifPresent(each -> line.getChildren().add(keep));
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        toggle(Part.RECORD, MeetingOptions::record, MeetingOptions::withRecord);
        toggle(Part.TRANSCRIPTION, MeetingOptions::transcription, MeetingOptions::withTranscription);
        choice(Part.LOBBY, MeetingOptions.Lobby.values(), MeetingOptions::lobby, MeetingOptions::withLobby);
        getChildren().add(risk);
        toggle(Part.DIAL_IN_BYPASS, MeetingOptions::dialInBypass, MeetingOptions::withDialInBypass);
        choice(Part.PRESENTERS, MeetingOptions.Presenters.values(), MeetingOptions::presenters, MeetingOptions::withPresenters);
        choice(Part.CHAT, MeetingOptions.Chat.values(), MeetingOptions::chat, MeetingOptions::withChat);
        toggle(Part.ANNOUNCEMENTS, MeetingOptions::announcements, MeetingOptions::withAnnouncements);
        toggle(Part.CAMERA, MeetingOptions::camera, MeetingOptions::withCamera);
        toggle(Part.MICROPHONE, MeetingOptions::microphone, MeetingOptions::withMicrophone);
        toggle(Part.BREAKOUT_ROOMS, MeetingOptions::breakoutRooms, MeetingOptions::withBreakoutRooms);
        getChildren().add(hint("meetings.editor.only-in-teams"));
        own.ifPresent(each -> {
            var forOrganiser = new Button(words.text("meetings.editor.keep-for-organiser"));
            forOrganiser.setId("meeting-keep-for-organiser");
            forOrganiser.getStyleClass().addAll("small", "flat");
            forOrganiser.setOnAction(pressed -> each.forOrganiser().accept(plan.get().options()));
            plan.plan().subscribe(now -> forOrganiser.setDisable(!now.organiser().contains("@")));
            getChildren().add(forOrganiser);
        });
        plan.filled().subscribe(times -> fill(plan.get().options()));
    }

    /// Keeps options as a preset of one's own, and as what an organiser's new meetings begin with.
    record Keeping(Consumer<MeetingOptions> asPreset, Consumer<MeetingOptions> forOrganiser) {}

    private Label hint(String key) {
        var label = new Label(words.text(key));
        label.getStyleClass().add("lx-hint");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void toggle(Part part, Function<MeetingOptions, Boolean> value, BiFunction<MeetingOptions, Boolean, MeetingOptions> with) {
        var box = new CheckBox(label(part));
        box.setId("meeting-option-" + id(part));
        fillers.add(now -> box.setSelected(value.apply(now)));
        box.selectedProperty().addListener((observed, before, on) -> change(options -> with.apply(options, on)));
        getChildren().add(box);
    }

    private <T extends Enum<T>> void choice(Part part, T[] values, Function<MeetingOptions, T> value, BiFunction<MeetingOptions, T, MeetingOptions> with) {
        var box = new ChoiceBox<T>();
        box.setId("meeting-option-" + id(part));
        box.getItems().addAll(values);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(label(part));
        box.setConverter(Choices.by(words::of));
        box.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                change(options -> with.apply(options, now));
            }
        });
        fillers.add(now -> box.setValue(value.apply(now)));
        var label = new Label(label(part));
        label.getStyleClass().add("lx-field-label");
        label.setLabelFor(box);
        getChildren().add(new VBox(2, label, box));
    }

    private String label(Part part) {
        return words.text("meetings.option." + id(part));
    }

    private static String id(Part part) {
        return part.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void change(Function<MeetingOptions, MeetingOptions> how) {
        if (!filling) {
            plan.change(was -> was.withOptions(how.apply(was.options())));
            name(plan.get().options());
        }
    }

    /// Presets may have come or gone.
    void presetsChanged() {
        fill(plan.get().options());
    }

    private void fill(MeetingOptions now) {
        filling = true;
        known = presets.get();
        preset.getItems().setAll(known.keySet());
        preset.getItems().add(words.text("meetings.editor.own-mixture"));
        fillers.forEach(filler -> filler.accept(now));
        filling = false;
        name(now);
    }

    private void name(MeetingOptions now) {
        filling = true;
        preset.setValue(known.entrySet().stream().filter(each -> each.getValue().equals(now)).map(Map.Entry::getKey).findFirst()
                .orElse(words.text("meetings.editor.own-mixture")));
        risk.setVisible(now.isOpenToEveryone());
        risk.setManaged(now.isOpenToEveryone());
        filling = false;
    }
}
