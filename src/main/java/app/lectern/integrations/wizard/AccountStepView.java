package app.lectern.integrations.wizard;

import app.lectern.integrations.AccountStanding;
import app.lectern.integrations.AccountStanding.AccountState;
import app.lectern.problems.Problem;
import app.lectern.shell.Loading;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tone;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The fifth step: the service account with its badge.
final class AccountStepView extends StepView {
    private final AccountStepViewModel model;
    private final ProblemPane problem;

    @FXML private FieldRow accountRow;
    @FXML private TextField account;
    @FXML private StackPane badge;
    @FXML private VBox outcome;
    @FXML private Button verify;
    @FXML private Button unverified;

    AccountStepView(SetupViewModel wizard, Shell shell) {
        super(shell);
        this.model = wizard.account();
        this.problem = new ProblemPane(shell, remedy -> model.verify());
    }

    @FXML
    private void initialize() {
        bind(accountRow, account, model.account());
        model.standing().subscribe(this::fill);
        model.mayStayUnverified().subscribe(may -> {
            show(unverified, may);
            show(verify, may);
        });
    }

    private void fill(Loading<AccountStanding> state) {
        verify.setDisable(state.isBusy());
        unverified.setDisable(state.isBusy());
        var why = switch (state) {
            case Loading.Failed<AccountStanding> failed -> Optional.of(failed.problem());
            default -> state.data().flatMap(AccountStanding::problem);
        };
        problem.show(why);
        outcome.getChildren().setAll(problem);
        if (why.filter(known -> known.code() == Problem.Code.MAILBOX_MISSING).isPresent()) {
            outcome.getChildren().add(new InlineMessage(Tone.ACCENT, words.text("setup.account.waits"), words.text("setup.waits.more")));
        }
        badge.getChildren().setAll(badge(state));
        if (state.data().filter(known -> known.state() == AccountState.VERIFIED).isPresent()) {
            outcome.getChildren().add(new InlineMessage(Tone.SUCCESS, words.text("setup.account.verified"), words.text("setup.account.verified.more")));
        }
    }

    private Chip badge(Loading<AccountStanding> state) {
        if (state.isBusy()) {
            return new Chip(words.text("setup.checking"), Tone.NEUTRAL, "bi-hourglass-split");
        }
        return AccountBadgePane.chip(words, state.data().map(AccountStanding::state).orElse(
                model.account().value().isEmpty() ? AccountState.NOT_SET : AccountState.UNVERIFIED));
    }

    @FXML
    private void verify() {
        model.verify();
    }

    @FXML
    private void copySuggestion() {
        shell.copy(model.suggestion());
    }

    @FXML
    private void openUsers() {
        shell.outside().openPage(model.usersPage());
    }

    @FXML
    private void saveUnverified() {
        model.saveUnverified();
    }
}
