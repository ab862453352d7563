package app.lectern.accounts;

import app.lectern.shell.Shell;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.SameFocus;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The details of one account: who it is, each check with its evidence, what to do next.
final class AccountDetailsPane extends VBox {
    private final Shell shell;
    private final Words words;
    private final AccountText text;
    private final Consumer<AccountRow> checkAgain;
    private final Consumer<AccountRow> leaver;

    AccountDetailsPane(Shell shell, Consumer<AccountRow> checkAgain, Consumer<AccountRow> leaver) {
        this.shell = shell;
        this.words = shell.words();
        this.text = new AccountText(words);
        this.checkAgain = checkAgain;
        this.leaver = leaver;
        getStyleClass().addAll("lx-card", "lx-area", "lx-account-details");
        // in a narrow window it is a sheet, away from its screen
        getStylesheets().add(AccountDetailsPane.class.getResource("accounts.css").toExternalForm());
        setAccessibleText(words.text("accounts.details"));
        show(null, false);
    }

    void show(AccountRow row, boolean stale) {
        SameFocus.during(this, () -> fill(row, stale));
    }

    private void fill(AccountRow row, boolean stale) {
        getChildren().clear();
        if (row == null || row.report().isEmpty()) {
            var nothing = new StatePane("bi-person-check", Tone.NEUTRAL, row == null ? "" : row.address(),
                    row == null ? words.text("accounts.nothing-selected") : words.text("accounts.result.waiting"));
            setVgrow(nothing, Priority.ALWAYS);
            getChildren().add(nothing);
            return;
        }
        var report = row.report().get();
        getChildren().addAll(who(report, row.isFinished(), stale), findings(report));
        if (row.isFinished()) {
            getChildren().add(next(row, report));
        }
    }

    private Node who(AccountReport report, boolean finished, boolean stale) {
        var avatar = new StackPane(new Label(initials(report.displayName())));
        avatar.getStyleClass().add("lx-avatar");
        avatar.setAccessibleText(words.text("accounts.avatar", report.displayName()));
        var name = new Label(report.displayName());
        name.getStyleClass().add("name");
        var place = new Label(report.account().map(account -> Stream.of(account.jobTitle(), account.department())
                .filter(part -> !part.isBlank()).collect(Collectors.joining(" · "))).filter(line -> !line.isBlank()).orElse(report.address()));
        place.getStyleClass().add("lx-secondary");
        var names = new VBox(name, place);
        HBox.setHgrow(names, Priority.ALWAYS);
        names.setMinWidth(0);
        var top = new HBox(8, avatar, names);
        top.setAlignment(Pos.CENTER_LEFT);
        if (finished && report.account().isPresent()) {
            top.getChildren().add(leaverButton(report));
        }
        var line = new HBox();
        line.getStyleClass().add("line");
        line.getChildren().add(finished
                ? new Chip(text.chip(report), AccountTones.of(report.verdict()), AccountTones.icon(report.verdict()))
                : new Chip(words.text("accounts.result.checking"), Tone.NEUTRAL, "bi-hourglass-split"));
        if (stale) {
            var chip = new Chip(words.text("accounts.stale"), Tone.WARNING, "bi-clock-history");
            chip.setTooltip(new Tooltip(words.text("accounts.stale.tooltip", words.when(report.checkedAt()))));
            line.getChildren().add(chip);
        }
        var at = new Label(words.text("accounts.checked-at", words.when(report.checkedAt())));
        at.getStyleClass().add("lx-secondary");
        line.getChildren().add(at);
        var who = new VBox(top, line);
        who.getStyleClass().add("who");
        return who;
    }

    private Button leaverButton(AccountReport report) {
        var button = new Button(null, Icons.of("bi-box-arrow-right", 14));
        button.setId("details-leaver");
        button.getStyleClass().addAll("flat", "small", "lx-icon-button");
        button.setAccessibleText(words.text("accounts.leaver"));
        button.setTooltip(new Tooltip(words.text("accounts.leaver")));
        button.setOnAction(pressed -> leaver.accept(AccountRow.of(report)));
        return button;
    }

    private static String initials(String name) {
        return Stream.of(name.split("[\\s.@_-]+")).filter(part -> !part.isBlank()).limit(2)
                .map(part -> part.substring(0, 1).toUpperCase(java.util.Locale.ROOT)).collect(Collectors.joining());
    }

    /// What fails comes first; what was not asked has no line of its own.
    private Node findings(AccountReport report) {
        var list = new VBox();
        list.getStyleClass().add("findings");
        report.findings().stream()
                .filter(finding -> finding.outcome() != Outcome.SKIPPED && !goesWithoutSaying(finding))
                .sorted(Comparator.comparingInt(finding -> urgency(finding.outcome())))
                .forEach(finding -> list.getChildren().add(line(finding)));
        var skipped = report.findings().stream().filter(finding -> finding.outcome() == Outcome.SKIPPED).toList();
        skipped.stream().filter(finding -> finding.reason() != AccountReason.NOT_ASKED).forEach(finding -> list.getChildren().add(line(finding)));
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static boolean goesWithoutSaying(Finding finding) {
        return finding.outcome() == Outcome.PASSES && (finding.check() == Check.ADDRESS || finding.check() == Check.MEMBERSHIP);
    }

    private static int urgency(Outcome outcome) {
        return List.of(Outcome.FAILS, Outcome.UNKNOWN, Outcome.WARNS, Outcome.PASSES, Outcome.SKIPPED).indexOf(outcome);
    }

    private Node line(Finding finding) {
        var what = new Label(text.check(finding.check()));
        what.getStyleClass().add("what");
        var says = new Label(text.says(finding));
        says.getStyleClass().add("lx-secondary");
        says.setWrapText(true);
        says.setMinHeight(USE_PREF_SIZE);
        var texts = new VBox(what, says);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        if (!finding.asked().isNothing()) {
            var evidence = new Label(finding.asked().line());
            evidence.getStyleClass().add("evidence");
            evidence.setTooltip(new Tooltip(finding.asked().line()));
            texts.getChildren().add(evidence);
        }
        var line = new HBox(Icons.of(AccountTones.icon(finding.outcome()), AccountTones.of(finding.outcome()), 14), texts);
        line.getStyleClass().add("finding");
        line.setAccessibleText(words.text("accounts.cell", what.getText(), text.outcome(finding.outcome())) + ". " + says.getText());
        return line;
    }

    private Node next(AccountRow row, AccountReport report) {
        var box = new VBox();
        box.getStyleClass().add("next");
        var steps = text.because(report).stream().flatMap(finding -> text.next(finding).stream()).distinct().toList();
        var command = text.because(report).stream().flatMap(finding -> text.command(finding).stream()).findFirst();
        if (!steps.isEmpty()) {
            var heading = new Label(words.text("accounts.next-steps"));
            heading.getStyleClass().add("heading");
            box.getChildren().add(heading);
        }
        for (int at = 0; at < steps.size(); at++) {
            var step = new Label(steps.size() == 1 ? steps.get(at) : (at + 1) + ". " + steps.get(at));
            step.getStyleClass().add("step");
            step.setWrapText(true);
            step.setMinHeight(USE_PREF_SIZE);
            box.getChildren().add(step);
        }
        var buttons = new HBox();
        buttons.getStyleClass().add("buttons");
        command.ifPresent(line -> {
            box.getChildren().add(code(line));
            buttons.getChildren().add(button("accounts.copy-command", "bi-clipboard", "details-copy", () -> shell.copy(line)));
        });
        buttons.getChildren().add(button("accounts.check-again", "bi-arrow-clockwise", "details-check-again", () -> checkAgain.accept(row)));
        box.getChildren().add(buttons);
        return box;
    }

    /// Selectable, and without a button over it: in this narrow pane that would hide the command.
    private static Node code(String line) {
        var area = new TextArea(line);
        area.setEditable(false);
        area.setPrefRowCount((int) line.lines().count());
        area.setAccessibleText(line);
        var block = new StackPane(area);
        block.getStyleClass().addAll("lx-code", "command");
        return block;
    }

    private Button button(String key, String icon, String id, Runnable action) {
        var button = new Button(words.text(key), Icons.of(icon, 14));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(pressed -> action.run());
        return button;
    }
}
