package app.lectern.overview;

import app.lectern.integrations.health.CheckKind;
import app.lectern.integrations.health.CheckResult;
import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.health.HealthReport;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.integrations.permissions.PermissionState;
import app.lectern.recordings.RecordingAlerts;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.ShareBar;
import app.lectern.shell.controls.Tone;
import app.lectern.sync.FirstSync;
import app.lectern.sync.FirstSyncWords;
import app.lectern.sync.SyncRun;
import app.lectern.sync.alerts.Fix;
import app.lectern.sync.alerts.FixKind;
import app.lectern.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The row of cards on how the integration stands: credential, permissions, sync, recordings and the room for them.
final class StandingCards {
    /// A new secret usually lives half a year; the bar shows what is left of that.
    private static final double SECRET_DAYS = 180;

    private final Words words;
    private final Consumer<Fix> fixes;

    StandingCards(Words words, Consumer<Fix> fixes) {
        this.words = words;
        this.fixes = fixes;
    }

    List<Node> of(Optional<Standing> standing, boolean checking) {
        var report = standing.flatMap(Standing::report);
        return List.of(
                sized(credential(standing, checking)),
                sized(permissions(report, checking)),
                sized(sync(standing)),
                sized(recordings(standing, checking)));
    }

    private static Card sized(Card card) {
        card.setPrefWidth(10);
        return card;
    }

    private Card credential(Optional<Standing> standing, boolean checking) {
        var result = standing.flatMap(Standing::report).flatMap(report -> report.of(CheckKind.CREDENTIAL).stream().findFirst());
        var card = Card.titled(words.text("overview.integration"), "", chip(result.map(CheckResult::status), checking));
        if (result.isEmpty()) {
            return waiting(card, checking);
        }
        var left = standing.orElseThrow().daysLeft();
        var method = new Label(words.of(standing.orElseThrow().integration().signInMethod()));
        method.getStyleClass().add("lx-secondary");
        var days = new Label(left.map(number -> words.text("overview.days-left", number)).orElse(""));
        days.getStyleClass().add("lx-row-title");
        var line = new HBox(method, Card.space(), days);
        var bar = new ShareBar().share(left.map(number -> Math.min(1, number / SECRET_DAYS)).orElse(-1.0));
        bar.setPrefHeight(6);
        bar.tone(tone(result.get().status()));
        return card.add(column(line, bar, quiet(words.named(result.get().text(), result.get().facts()))))
                .foot(signIn(standing.orElseThrow()), way(FixKind.ROTATE_SECRET));
    }

    private Node signIn(Standing standing) {
        var report = standing.report().orElseThrow();
        boolean works = report.of(CheckKind.SIGN_IN).stream().allMatch(result -> result.status() == CheckStatus.PASSED);
        return sentence(works ? CheckStatus.PASSED : CheckStatus.FAILED, words.text(works ? "overview.signed-in" : "overview.not-signed-in"),
                words.text(works ? "overview.signed-in.text" : "overview.not-signed-in.text", words.time(report.at())));
    }

    private Card permissions(Optional<HealthReport> report, boolean checking) {
        var found = report.flatMap(HealthReport::permissions);
        int missing = found.map(permissions -> permissions.missing().size()).orElse(0);
        var chip = found.isEmpty() ? chip(report.map(any -> CheckStatus.COULD_NOT_CHECK), checking) : chip(found.get());
        var card = Card.titled(words.text("overview.permissions"), "", chip);
        if (found.isEmpty()) {
            return waiting(card, checking);
        }
        long granted = found.get().granted();
        int needed = found.get().required().size();
        var title = new Label(words.text("overview.granted", granted, needed));
        title.getStyleClass().add("lx-row-title");
        var off = quiet(missing == 0 ? words.text("overview.nothing-missing") : words.text("overview.off", found.get().missing().stream()
                .map(each -> each.name()).collect(Collectors.joining(", "))));
        var texts = column(title, off);
        var line = new HBox(14, new ShareRing(granted, needed), texts);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, javafx.scene.layout.Priority.ALWAYS);
        return card.add(line).foot(quiet(words.text("overview.checked", words.time(report.orElseThrow().at()))), way(FixKind.REVIEW_PERMISSIONS));
    }

    /// What was refused or could not be checked is not good, although nothing is missing from the token.
    private Chip chip(PermissionReport found) {
        if (!found.missing().isEmpty()) {
            return new Chip(words.text("overview.missing", found.missing().size()), Tone.WARNING);
        }
        long doubtful = found.required().stream()
                .filter(each -> each.state() == PermissionState.REFUSED || each.state() == PermissionState.COULD_NOT_CHECK)
                .count();
        return doubtful == 0 ? new Chip(words.text("overview.all-granted"), Tone.SUCCESS)
                : new Chip(words.text("overview.doubtful", doubtful), Tone.WARNING);
    }

    private Card sync(Optional<Standing> standing) {
        var newest = standing.flatMap(known -> known.runs().stream().findFirst());
        var chip = newest.map(run -> new Chip(run.failures().isEmpty() ? words.of(run.ending())
                : words.text("overview.sync.behind", run.failures().size()), tone(run.ending())))
                .orElseGet(() -> new Chip(words.text("overview.sync.never"), Tone.NEUTRAL));
        var card = Card.titled(words.text("overview.sync"), "", chip);
        if (newest.isEmpty()) {
            return card.add(quiet(words.text("overview.sync.never.text")));
        }
        var runs = standing.orElseThrow().runs();
        var about = new Label(words.text("overview.sync.runs", runs.size()));
        about.getStyleClass().add("lx-secondary");
        var last = new Label(words.text("overview.sync.last", words.when(newest.get().startedAt())));
        last.getStyleClass().add("lx-row-title");
        told(newest.get()).ifPresent(whole -> {
            about.setText(whole.shown());
            about.setTooltip(new Tooltip(whole.text()));
        });
        about.setId("overview-sync-about");
        about.setMinWidth(0);
        last.setMinWidth(Label.USE_PREF_SIZE);
        var bars = column(new HBox(8, about, Card.space(), last), new RunBarsPane(words, runs));
        var next = standing.orElseThrow().next().map(at -> words.text("overview.sync.next", words.time(at))).orElse("");
        return card.add(bars).foot(quiet(next), way(FixKind.SHOW_HEALTH));
    }

    /// What there is to say of the newest run beside its counts, in a few words and whole.
    private record Told(String shown, String text) {}

    private Optional<Told> told(SyncRun newest) {
        var spared = newest.spared();
        return FirstSync.of(newest).map(first -> new Told(words.text(first.isWhole() ? "overview.sync.all-stored" : "overview.sync.not-all-stored"),
                        new FirstSyncWords(words).sentence(first)))
                .or(() -> spared.readAt().map(read -> new Told(words.text("overview.sync.spared", spared.organisers()),
                        words.text("overview.sync.spared.text", spared.organisers(), words.time(read)))));
    }

    private static Tone tone(SyncRun.Ending ending) {
        return switch (ending) {
            case DONE -> Tone.SUCCESS;
            case DONE_WITH_FAILURES -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
            case RUNNING -> Tone.ACCENT;
            case CANCELLED, CUT_OFF -> Tone.NEUTRAL;
        };
    }

    /// What waits to be downloaded, and how full the drive is.
    private Card recordings(Optional<Standing> standing, boolean checking) {
        var quota = standing.flatMap(Standing::report).flatMap(found -> found.of(CheckKind.DRIVE_QUOTA).stream().findFirst());
        var waiting = standing.map(Standing::waiting);
        int expiring = waiting.map(RecordingAlerts.Waiting::expiring).orElse(0);
        var chip = quota.filter(result -> result.status() == CheckStatus.WARNING).map(full -> new Chip(words.text("overview.storage.full"), Tone.WARNING))
                .or(() -> expiring == 0 ? Optional.empty() : Optional.of(new Chip(words.text("overview.recordings.expiring.chip", expiring), Tone.WARNING,
                        "bi-hourglass-split")));
        var card = chip.map(shown -> Card.titled(words.text("overview.recordings"), "", shown)).orElseGet(() -> Card.titled(words.text("overview.recordings"), ""));
        if (waiting.isEmpty()) {
            return waiting(card, checking);
        }
        var count = new Label(words.count(waiting.get().count()));
        count.getStyleClass().add("lx-figure");
        var what = new Label(words.text("overview.recordings.waiting", words.size(waiting.get().bytes())));
        what.getStyleClass().add("lx-secondary");
        var figure = new HBox(6, count, what);
        figure.setAlignment(Pos.BASELINE_LEFT);
        int days = waiting.get().days();
        var soon = expiring == 0 ? quiet(words.text("overview.recordings.none-expiring", days))
                : atRisk(words.text("overview.recordings.expiring", expiring, days));
        return card.add(column(figure, soon)).foot(quiet(quota.map(this::storage).orElse("")), way(FixKind.SHOW_RECORDINGS));
    }

    private Node atRisk(String text) {
        var link = new Hyperlink(text);
        link.setId("overview-at-risk");
        link.setOnAction(pressed -> fixes.accept(Fix.RECORDINGS_AT_RISK));
        var line = new HBox(6, Icons.of("bi-hourglass-split", Tone.WARNING, 12), link);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String storage(CheckResult quota) {
        var facts = quota.facts();
        if (!facts.containsKey("total")) {
            return words.named(quota.text(), facts);
        }
        return words.text("overview.storage.used", words.size(Long.parseLong(facts.get("used"))), words.size(Long.parseLong(facts.get("total"))));
    }

    private Button way(FixKind kind) {
        var button = new Button(words.of(kind));
        button.getStyleClass().add("small");
        button.setId("overview-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(pressed -> fixes.accept(Fix.of(kind)));
        return button;
    }

    private Card waiting(Card card, boolean checking) {
        return checking ? card.add(new LoadingRows(2)) : card.add(quiet(words.text("overview.unknown")));
    }

    private Chip chip(Optional<CheckStatus> status, boolean checking) {
        if (checking) {
            return new Chip(words.text("overview.checking.chip"), Tone.ACCENT, "bi-arrow-repeat");
        }
        return status.map(known -> new Chip(words.of(known), tone(known))).orElseGet(() -> new Chip(words.text("overview.unknown.chip"), Tone.NEUTRAL));
    }

    private static Tone tone(CheckStatus status) {
        return switch (status) {
            case PASSED -> Tone.SUCCESS;
            case WAITING -> Tone.ACCENT;
            case COULD_NOT_CHECK -> Tone.NEUTRAL;
            case WARNING -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
        };
    }

    /// In so few words that they stay whole in a small window; the rest is said where they are pointed at.
    private Node sentence(CheckStatus status, String text, String whole) {
        var icon = Icons.of(tone(status).icon(), 12);
        icon.getStyleClass().add("lx-tone-" + tone(status).styleClass());
        var label = quiet(text);
        label.setWrapText(false);
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.getTooltip().setText(whole);
        var line = new HBox(6, icon, label);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("lx-secondary");
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private static VBox column(Node... nodes) {
        var box = new VBox(8, nodes);
        box.setMinWidth(0);
        return box;
    }
}
