package app.lectern.shell.settings;

import app.lectern.home.Settings.ProxyMode;
import app.lectern.home.Settings.Theme;
import app.lectern.problems.ProblemText;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Loading;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Choices;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The Settings screen: groups left, fields right.
final class SettingsView {
    private static final Dialogs.FileKind PEM = new Dialogs.FileKind("PEM", List.of("*.pem", "*.crt", "*.cer"));
    private static final Dialogs.FileKind KEY = new Dialogs.FileKind("Lectern", List.of("*.txt"));

    private final SettingsViewModel model;
    private final Shell shell;
    private final AboutLectern about;
    private final Words words;

    @FXML private ListView<SettingsGroup> groups;
    @FXML private Label title;
    @FXML private VBox appearance;
    @FXML private VBox region;
    @FXML private VBox data;
    @FXML private VBox keys;
    @FXML private VBox network;
    @FXML private VBox sync;
    @FXML private VBox downloads;
    @FXML private VBox aboutBox;
    @FXML private ChoiceBox<Theme> theme;
    @FXML private ToggleSwitch reduceMotion;
    @FXML private ChoiceBox<String> language;
    @FXML private ComboBox<String> zone;
    @FXML private TextField dataFolder;
    @FXML private ChoiceBox<Integer> keepDays;
    @FXML private ToggleSwitch hideLinks;
    @FXML private VBox keyPlace;
    @FXML private VBox keyDeed;
    @FXML private ChoiceBox<ProxyMode> proxyMode;
    @FXML private TextField proxyHost;
    @FXML private TextField proxyPort;
    @FXML private TextField proxyUser;
    @FXML private PasswordField proxyPassword;
    @FXML private Button savePassword;
    @FXML private TextField caFile;
    @FXML private TextField connectSeconds;
    @FXML private TextField readSeconds;
    @FXML private VBox testOutcome;
    @FXML private TextField downloadFolder;
    @FXML private ChoiceBox<Integer> atOnce;
    @FXML private ChoiceBox<Integer> syncEvery;
    @FXML private TextField quietFrom;
    @FXML private TextField quietUntil;
    @FXML private ToggleSwitch spareMetered;
    @FXML private VBox unattended;
    @FXML private Button unattendedInstall;
    @FXML private Button unattendedRemove;
    @FXML private ToggleSwitch updatesAllowed;
    @FXML private TextField updatesFeed;
    @FXML private VBox updateNews;
    @FXML private Label version;
    @FXML private Label licences;

    SettingsView(SettingsViewModel model, Shell shell, AboutLectern about) {
        this.model = model;
        this.shell = shell;
        this.about = about;
        this.words = shell.words();
    }

    @FXML
    private void initialize() {
        showGroups();
        choose(theme, List.of(Theme.values()), words::of, model.theme);
        reduceMotion.selectedProperty().bindBidirectional(model.reduceMotion.value());
        row(reduceMotion, model.reduceMotion);
        choose(language, model.languages(), this::languageName, model.language);
        zone.getItems().setAll(model.zones());
        zone.getEditor().textProperty().bindBidirectional(model.zone.value());
        zone.setPromptText(words.text("settings.own", java.time.ZoneId.systemDefault().getId()));
        row(zone, model.zone);
        dataFolder.setText(about.dataFolder().toString());
        choose(keepDays, List.of(30, 90, 180, 365, 1095), days -> words.text("format.days", days), model.keepDays);
        hideLinks.selectedProperty().bindBidirectional(model.hideLinks.value());
        row(hideLinks, model.hideLinks);
        text(downloadFolder, model.downloadFolder);
        downloadFolder.setPromptText(words.text("settings.downloads.own"));
        choose(atOnce, List.of(1, 2, 3, 4), number -> words.count(number), model.atOnce);
        initializeNetwork();
        initializeSync();
        initializeKeys();
        initializeUnattended();
        initializeUpdates();
        version.setText(words.text("settings.about.version", about.version()));
        licences.setText(words.text("settings.about.licences"));
    }

    private void showGroups() {
        var panes = new EnumMap<SettingsGroup, VBox>(Map.of(SettingsGroup.APPEARANCE, appearance, SettingsGroup.REGION, region,
                SettingsGroup.DATA, data, SettingsGroup.KEYS, keys, SettingsGroup.NETWORK, network,
                SettingsGroup.SYNC, sync, SettingsGroup.DOWNLOADS, downloads, SettingsGroup.ABOUT, aboutBox));
        groups.getItems().setAll(SettingsGroup.values());
        groups.setCellFactory(view -> new GroupCell(words));
        groups.getSelectionModel().selectedItemProperty().addListener((observed, before, chosen) -> {
            if (chosen != null) {
                model.group().set(chosen);
            }
        });
        model.group().subscribe(chosen -> {
            groups.getSelectionModel().select(chosen);
            title.setText(words.of(chosen));
            panes.forEach((group, pane) -> {
                pane.setVisible(group == chosen);
                pane.setManaged(group == chosen);
            });
        });
    }

    private void initializeNetwork() {
        choose(proxyMode, List.of(ProxyMode.values()), words::of, model.net.mode);
        text(proxyHost, model.net.host);
        text(proxyPort, model.net.port);
        text(proxyUser, model.net.user);
        text(caFile, model.net.caFile);
        text(connectSeconds, model.net.connectSeconds);
        text(readSeconds, model.net.readSeconds);
        var unused = model.net.noProxyNamed();
        for (var field : List.of(proxyHost, proxyPort, proxyUser, proxyPassword, savePassword)) {
            field.disableProperty().bind(unused);
        }
        proxyPassword.setPromptText(words.text(model.hasProxyPassword() ? "settings.net.password.kept" : "settings.net.password.none"));
        outcome(model.test(), testOutcome, words.text("settings.net.testing"));
        model.password().subscribe(state -> {
            if (state instanceof Loading.Ready<String> saved) {
                proxyPassword.clear();
                proxyPassword.setPromptText(saved.value());
            } else if (state instanceof Loading.Failed<String> failed) {
                shell.dialogs().show(failed.problem());
            }
        });
    }

    private void initializeSync() {
        choose(syncEvery, model.sync.intervals(), model.sync::interval, model.sync.every);
        text(quietFrom, model.sync.quietFrom);
        text(quietUntil, model.sync.quietUntil);
        spareMetered.selectedProperty().bindBidirectional(model.sync.spareMetered.value());
        row(spareMetered, model.sync.spareMetered);
    }

    private void initializeUnattended() {
        model.unattended.state().subscribe(now -> {
            boolean installed = now.data().filter(UnattendedSync.State::installed).isPresent();
            unattended.getChildren().setAll(switch (now) {
                case Loading.Ready<UnattendedSync.State> ready -> List.of(unattended(ready.value()));
                case Loading.Failed<UnattendedSync.State> failed -> List.of(problem(failed));
                default -> List.<Node>of();
            });
            unattendedInstall.setDisable(now.isBusy() || installed);
            unattendedRemove.setDisable(now.isBusy() || !installed);
        });
        model.unattended.look();
    }

    private InlineMessage unattended(UnattendedSync.State now) {
        return now.installed() ? new InlineMessage(Tone.SUCCESS, words.text("settings.unattended.there", now.by()),
                now.next().map(at -> words.text("settings.unattended.next", at)).orElse(now.where()))
                : new InlineMessage(Tone.NEUTRAL, "bi-clock", words.text("schedule.cli.none"), "");
    }

    @FXML
    private void installUnattended() {
        model.unattended.install();
    }

    @FXML
    private void removeUnattended() {
        model.unattended.remove();
    }

    private void initializeUpdates() {
        updatesAllowed.selectedProperty().bindBidirectional(model.updates.allowed.value());
        row(updatesAllowed, model.updates.allowed);
        text(updatesFeed, model.updates.feed);
        model.updates.news().subscribe(now -> updateNews.getChildren().setAll(switch (now) {
            case Loading.Busy<UpdateNews> waiting -> List.of(new InlineMessage(Tone.ACCENT, "bi-hourglass-split", words.text("settings.updates.asking"), ""));
            case Loading.Ready<UpdateNews> ready -> List.of(message(ready.value()));
            case Loading.Failed<UpdateNews> failed -> List.of(problem(failed));
            default -> List.<Node>of();
        }));
    }

    private InlineMessage message(UpdateNews news) {
        var message = new InlineMessage(news.newer() ? Tone.ACCENT : Tone.SUCCESS, news.title(), news.changes());
        return news.page().isEmpty() ? message
                : message.button(words.text("settings.updates.page"), Optional.empty(), () -> shell.outside().openPage(news.page()));
    }

    @FXML
    private void askForUpdates() {
        model.updates.ask();
    }

    private void initializeKeys() {
        model.keyPlace().subscribe(state -> keyPlace.getChildren().setAll(switch (state) {
            case Loading.Ready<KeyStorage.Place> ready -> List.of(keyMessage(ready.value()));
            case Loading.Failed<KeyStorage.Place> failed -> List.of(problem(failed));
            default -> List.<Node>of();
        }));
        outcome(model.keyDeed(), keyDeed, "");
    }

    private InlineMessage keyMessage(KeyStorage.Place place) {
        boolean safe = place.kind() == KeyStorage.Kind.KEYCHAIN;
        return new InlineMessage(safe ? Tone.SUCCESS : Tone.WARNING, safe ? "bi-shield-check" : "bi-shield-exclamation",
                words.text("settings.keys.title." + place.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')), model.keyWords(place));
    }

    private void outcome(ObservableValue<Loading<String>> state, VBox place, String busy) {
        state.subscribe(now -> place.getChildren().setAll(switch (now) {
            case Loading.Busy<String> waiting when !busy.isEmpty() -> List.of(new InlineMessage(Tone.ACCENT, "bi-hourglass-split", busy, ""));
            case Loading.Ready<String> ready -> List.of(new InlineMessage(Tone.SUCCESS, ready.value(), ""));
            case Loading.Failed<String> failed -> List.of(problem(failed));
            default -> List.<Node>of();
        }));
    }

    private InlineMessage problem(Loading.Failed<?> failed) {
        var text = new ProblemText(words);
        var problem = failed.problem();
        return new InlineMessage(Tone.DANGER, text.what(problem), text.why(problem) + " " + text.next(problem))
                .button(words.text("settings.details"), Optional.empty(), () -> shell.dialogs().show(problem));
    }

    private <T> void choose(ChoiceBox<T> box, List<T> choices, Function<T, String> text, SettingField<T> field) {
        box.getItems().setAll(choices);
        box.setConverter(Choices.by(text));
        box.valueProperty().bindBidirectional(field.value());
        row(box, field);
    }

    private void text(TextField box, SettingField<String> field) {
        box.textProperty().bindBidirectional(field.value());
        row(box, field);
    }

    private void row(Node control, SettingField<?> field) {
        Node at = control;
        while (!(at instanceof FieldRow row)) {
            at = at.getParent();
        }
        row.showProblem(field.problem());
        row.offerDefault(words.text("settings.restore"), field.isDefault(), field::restore);
    }

    private String languageName(String tag) {
        return tag.isEmpty()
                ? words.text("settings.own", Locale.getDefault().getDisplayName(words.locale()))
                : Locale.forLanguageTag(tag).getDisplayName(words.locale());
    }

    @FXML
    private void openDataFolder() {
        shell.outside().openFolder(about.dataFolder());
    }

    @FXML
    private void copyDataFolder() {
        shell.copy(about.dataFolder().toString());
    }

    @FXML
    private void exportKey() {
        shell.dialogs().chooseTarget(words.text("settings.keys.export"), "lectern-recovery-key.txt", KEY).ifPresent(model::exportKey);
    }

    @FXML
    private void importKey() {
        shell.dialogs().askText(new Dialogs.TextQuestion(words.text("settings.keys.import.title"), words.text("settings.keys.import.text"),
                words.text("settings.keys.import.label"), "", words.text("settings.keys.import"), true), model::importKey);
    }

    @FXML
    private void chooseCaFile() {
        shell.dialogs().chooseFile(words.text("settings.net.ca-file"), PEM).map(Path::toString).ifPresent(model.net.caFile.value()::set);
    }

    @FXML
    private void chooseDownloadFolder() {
        shell.dialogs().chooseFolder(words.text("settings.downloads.folder"), Optional.empty())
                .map(Path::toString).ifPresent(model.downloadFolder.value()::set);
    }

    @FXML
    private void keepPassword() {
        model.savePassword(proxyPassword.getText());
    }

    @FXML
    private void testConnection() {
        model.testConnection();
    }

    private static final class GroupCell extends ListCell<SettingsGroup> {
        private final Words words;

        GroupCell(Words words) {
            this.words = words;
            getStyleClass().add("lx-group-cell");
        }

        @Override
        protected void updateItem(SettingsGroup group, boolean empty) {
            super.updateItem(group, empty);
            setText(empty ? null : words.of(group));
            setGraphic(empty ? null : Icons.of(group.icon(), 16));
        }
    }
}
