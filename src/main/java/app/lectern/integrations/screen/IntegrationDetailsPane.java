package app.lectern.integrations.screen;

import app.lectern.integrations.CredentialExpiry;
import app.lectern.integrations.Integration;
import app.lectern.integrations.health.CheckResult;
import app.lectern.integrations.health.HealthReport;
import app.lectern.integrations.permissions.JobsText;
import app.lectern.integrations.upkeep.Upkeep;
import app.lectern.integrations.waiting.Wait;
import app.lectern.integrations.wizard.AccountBadgePane;
import app.lectern.integrations.wizard.AdminPackView;
import app.lectern.integrations.wizard.ReadinessPane;
import app.lectern.problems.ProblemText;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.KeyValues;
import app.lectern.shell.controls.SameFocus;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything about the selected integration: who and how, by job, the last health check with its evidence, what is waited
/// for, and what is ready.
final class IntegrationDetailsPane extends VBox {
    private final Shell shell;
    private final Words words;
    private final IntegrationsViewModel model;
    private final IntegrationDialogsView dialogs;
    private final IntegrationEditView edits;
    private final RotationView rotation;
    private final VBox body = new VBox();

    IntegrationDetailsPane(Shell shell, IntegrationsViewModel model) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
        this.dialogs = new IntegrationDialogsView(shell, model);
        this.edits = new IntegrationEditView(shell, model);
        this.rotation = new RotationView(shell, model);
        getStyleClass().addAll("lx-card", "lx-area", "lx-integration");
        // in a narrow window it is a sheet, away from its screen
        getStylesheets().add(Integration.class.getResource("integrations.css").toExternalForm());
        body.getStyleClass().add("content");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    /// Opens what another screen led to.
    void carryOut(IntegrationsViewModel.Asked asked) {
        switch (asked.errand()) {
            case ROTATE -> rotation.open(asked.of());
            case EDIT -> edits.open(asked.of());
            case JOBS -> JobsView.open(shell, model, asked.of());
            case REVIEW -> {
                // the details are shown already
            }
            case SIGN_IN -> {
                if (asked.of().signInMethod().isUnattended()) {
                    rotation.open(asked.of());
                } else {
                    edits.signIn(asked.of());
                }
            }
        }
    }

    void show(Optional<IntegrationFacts> chosen) {
        SameFocus.during(body, () -> {
            body.getChildren().clear();
            chosen.ifPresent(this::fill);
        });
    }

    private void fill(IntegrationFacts facts) {
        var of = facts.integration();
        var name = new Label(of.name());
        name.getStyleClass().add("lx-section");
        name.setMinWidth(0);
        var head = new HBox(8, name, new Chip(words.of(facts.status()), ReadinessPane.tone(facts.status()), ReadinessPane.icon(facts.status())));
        if (of.isSimulated()) {
            head.getChildren().add(new Chip(words.text("integrations.simulated"), Tone.WARNING, "bi-easel"));
        }
        body.getChildren().addAll(head, buttons(of), identity(facts));
        section("integrations.waiting", facts.waits().stream().map(this::wait).toList());
        facts.health().ifPresentOrElse(this::health, () -> body.getChildren().add(quiet(words.text("integrations.unchecked"))));
        section("integrations.upkeep", facts.upkeep().stream().map(each -> upkeep(of, each)).toList());
        section("setup.finish.readiness", facts.readiness().stream().<Node>map(item -> new ReadinessPane(words, item)).toList());
    }

    private HBox buttons(Integration of) {
        var check = small("integrations.check", "bi-arrow-clockwise", () -> model.check(of));
        check.setId("integration-check");
        var edit = small("integrations.edit", "bi-pencil", () -> edits.open(of));
        edit.setId("integration-edit-open");
        var more = new MenuButton(words.text("integrations.more"));
        more.getStyleClass().add("lx-menu");
        more.setId("integration-more");
        more.setMinWidth(USE_PREF_SIZE);
        more.getItems().addAll(
                item("integrations.hand-over", () -> model.pack(of, pack -> AdminPackView.open(shell, pack,
                        (file, written, refused) -> model.save(pack, file, written, refused), () -> handedOver(of)))),
                item("recording-policy.open", () -> RecordingPolicyView.open(shell, of)),
                item("integrations.rename", () -> dialogs.rename(of)),
                item("integrations.duplicate", () -> dialogs.duplicate(of)),
                item(of.active() ? "integrations.deactivate" : "integrations.activate", () -> model.setActive(of, !of.active())),
                of.signInMethod().isUnattended() ? item("integrations.rotate", () -> rotation.open(of))
                        : item("integrations.sign-in", () -> edits.signIn(of)),
                item("setup.finish.test.make", () -> model.testMeeting(of, made -> shell.notifications().finished(
                        words.text("setup.finish.test.removed", made.subject()), made.organiser()))),
                item("integrations.delete", () -> dialogs.delete(of)));
        more.getItems().get(1).setDisable(of.serviceAccount().isEmpty());
        return new HBox(6, check, edit, more);
    }

    private void handedOver(Integration of) {
        model.handedOver(of, begun -> {
            if (begun > 0) {
                shell.notifications().told(Tone.ACCENT, words.text("integrations.handed-over", begun), words.text("integrations.handed-over.text"));
            }
        });
    }

    private Button small(String key, String icon, Runnable action) {
        var button = new Button(words.text(key), Icons.of(icon, 14));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(words.text(key));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private KeyValues identity(IntegrationFacts facts) {
        var of = facts.integration();
        var account = new HBox(8, AccountBadgePane.chip(words, facts.account().state()));
        if (!of.serviceAccount().isEmpty()) {
            account.getChildren().addFirst(new Label(of.serviceAccount()));
        }
        return new KeyValues(110)
                .mono(words.text("setup.summary.tenant-id"), of.tenant())
                .mono(words.text("setup.summary.client"), of.clientId())
                .line(words.text("setup.summary.method"), words.of(of.signInMethod()) + " · " + words.of(of.cloud()))
                .line(words.text("integrations.column.owner"), of.owner().isEmpty() ? words.text("setup.account.none") : of.owner())
                .line(words.text("setup.summary.account"), account)
                .line(words.text("integrations.column.expires"), expiry(facts.expiry()))
                .line(words.text("field.role.label"), words.of(of.role()))
                .line(words.text("jobs.label"), jobs(of));
    }

    private Node jobs(Integration of) {
        var said = new Label(JobsText.brief(of.jobs(), words));
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(said, Priority.ALWAYS);
        var change = small("jobs.change", "bi-pencil", () -> JobsView.open(shell, model, of));
        change.setId("integration-jobs-open");
        return centred(said, change);
    }

    private static HBox centred(Node... beside) {
        var row = new HBox(8, beside);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node expiry(Optional<CredentialExpiry> expiry) {
        return expiry.<Node>map(known -> {
            long days = model.daysLeft(known);
            var tone = days < 14 ? Tone.DANGER : days <= 60 ? Tone.WARNING : Tone.SUCCESS;
            return centred(new Label(words.day(known.ends())), new Chip(words.text("integrations.days-left", days), tone, "bi-hourglass-split"));
        }).orElseGet(() -> quiet(words.text("integrations.expiry-unknown")));
    }

    private void health(HealthReport report) {
        report.permissions().ifPresent(permissions -> section("integrations.matrix", java.util.List.of(new CapabilityPane(words, permissions))));
        var title = words.text("integrations.health", words.when(report.at()));
        body.getChildren().add(heading(title));
        report.results().forEach(result -> body.getChildren().add(result(result)));
    }

    private Node result(CheckResult result) {
        var title = new Label(words.named(result.text(), result.facts()));
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        var texts = new VBox(1, title);
        HBox.setHgrow(texts, Priority.ALWAYS);
        result.problem().ifPresent(problem -> texts.getChildren().add(quiet(new ProblemText(words).next(problem)
                + " " + words.text("fixer.who", words.of(result.fixer())))));
        if (!result.evidence().isEmpty()) {
            var line = new Label(result.evidence().line());
            line.getStyleClass().add("lx-evidence");
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            texts.getChildren().add(line);
        }
        return new HBox(9, Icons.of(ReadinessPane.icon(result.status()), ReadinessPane.tone(result.status()), 14), texts);
    }

    private Node wait(Wait wait) {
        var title = words.of(wait.kind()) + (wait.subject().isEmpty() ? "" : ": " + wait.subject());
        var more = wait.works().map(since -> words.text("integrations.wait.works", words.when(since)))
                .orElseGet(() -> words.text("integrations.wait.since", words.when(wait.since()), words.when(wait.usualBy()),
                        words.when(wait.latestBy()), words.time(wait.nextLook())));
        boolean late = model.isLate(wait);
        var icon = wait.isOver() ? Icons.of(Tone.SUCCESS, 14) : late ? Icons.of(Tone.WARNING, 14) : Icons.of("bi-hourglass-split", Tone.ACCENT, 14);
        var texts = new VBox(1, new Label(title), quiet(more));
        if (late) {
            texts.getChildren().add(quiet(words.text("integrations.wait.late")));
        }
        HBox.setHgrow(texts, Priority.ALWAYS);
        var line = new HBox(9, icon, texts);
        if (!wait.isOver()) {
            var stop = small("integrations.wait.stop", "bi-x", () -> model.stop(wait));
            stop.setAccessibleText(stop.getText() + ": " + title);
            line.getChildren().add(stop);
        }
        return line;
    }

    private Node upkeep(Integration of, Upkeep upkeep) {
        boolean overdue = model.isOverdue(upkeep);
        var due = words.text(overdue ? "integrations.upkeep.overdue" : "integrations.upkeep.due", words.day(upkeep.due()));
        var last = upkeep.done().map(at -> " " + words.text("integrations.upkeep.last", words.day(at))).orElse("");
        var title = new Label(words.of(upkeep.kind()));
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        var texts = new VBox(1, title, quiet(due + last));
        HBox.setHgrow(texts, Priority.ALWAYS);
        var done = small("integrations.upkeep.done", "bi-check2", () -> model.done(of, upkeep));
        done.setId("upkeep-" + upkeep.kind().name().toLowerCase(java.util.Locale.ROOT));
        done.setAccessibleText(done.getText() + ": " + words.of(upkeep.kind()));
        return new HBox(9, overdue ? Icons.of(Tone.WARNING, 14) : Icons.of("bi-calendar-check", Tone.NEUTRAL, 14), texts, done);
    }

    private void section(String key, java.util.List<Node> lines) {
        if (!lines.isEmpty()) {
            body.getChildren().add(heading(words.text(key)));
            body.getChildren().addAll(lines);
        }
    }

    private static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("lx-card-title", "heading");
        return label;
    }

    private static Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("lx-secondary");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
