package app.lectern.integrations.wizard;

import app.lectern.integrations.AccountStanding;
import app.lectern.integrations.AccountStanding.AccountState;
import app.lectern.integrations.Field;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.SetupStep;
import app.lectern.shell.Loading;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// The fifth step: the account that organises meetings when nobody else can. Continue looks whether it can; it may also
/// be saved without that look, or left out.
public final class AccountStepViewModel implements StepViewModel {
    private final SetupParts parts;
    private final FieldViewModel account;
    private final Supplier<SetupDraft> draft;
    private final ReadOnlyObjectWrapper<Loading<AccountStanding>> standing = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyBooleanWrapper mayStay = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper goOn = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private Consumer<SetupDraft> finished = done -> {};

    AccountStepViewModel(SetupParts parts, Supplier<SetupDraft> draft) {
        this.parts = parts;
        this.draft = draft;
        this.account = new FieldViewModel(
                text -> text.isEmpty() ? Optional.empty() : parts.work().fault(Field.SERVICE_ACCOUNT, text, draft.get()), parts.problems());
        account.text().subscribe(text -> {
            standing.set(Loading.idle());
            say();
        });
        standing.subscribe(now -> say());
    }

    FieldViewModel account() {
        return account;
    }

    ReadOnlyObjectProperty<Loading<AccountStanding>> standing() {
        return standing.getReadOnlyProperty();
    }

    /// A name for an account of its own, at the tenant's domain where that is known.
    String suggestion() {
        var entered = draft.get().tenant().entered();
        return "lms-teams-service@" + (entered.contains(".") ? entered : parts.words().text("setup.account.your-domain"));
    }

    String usersPage() {
        return parts.work().usersPage(draft.get());
    }

    /// Whether "Save unverified" is offered: an address is there, and it is not verified.
    ReadOnlyBooleanWrapper mayStayUnverified() {
        return mayStay;
    }

    private void say() {
        boolean empty = account.value().isEmpty();
        boolean verified = isVerified();
        goOn.set(parts.words().text(empty ? "setup.account.without" : verified ? "setup.go-on" : "setup.account.verify"));
        remark.set(parts.words().text(empty ? "setup.account.optional" : "setup.nothing"));
        mayStay.set(!empty && !verified);
    }

    private boolean isVerified() {
        return standing.get().data().filter(known -> known.state() == AccountState.VERIFIED).isPresent();
    }

    @Override
    public void show(SetupDraft shown) {
        account.fill(shown.account().address());
        if (shown.account().verified()) {
            standing.set(Loading.ready(new AccountStanding(
                    AccountState.VERIFIED, shown.account().address(), Optional.empty(), Optional.empty())));
        }
    }

    @Override
    public SetupDraft keepIn(SetupDraft of) {
        var now = new SetupDraft.Account(account.value(), isVerified());
        return now.equals(of.account()) ? of : of.with(now);
    }

    /// Verifies first; the step ends only when the account can organise.
    @Override
    public void finish(SetupDraft of, Consumer<SetupDraft> then) {
        finished = then;
        if (!account.check()) {
            return;
        }
        if (account.value().isEmpty() || isVerified()) {
            done();
        } else {
            verify();
        }
    }

    void verify() {
        if (!account.check() || account.value().isEmpty()) {
            return;
        }
        var of = keepIn(draft.get());
        var address = account.value();
        standing.set(Loading.busy());
        parts.tasks().start(progress -> parts.work().verify(of, address),
                found -> standing.set(Loading.ready(found)),
                why -> standing.set(Loading.failed(why)));
    }

    /// Takes the account without looking; it carries an amber badge until it was verified.
    void saveUnverified() {
        if (account.check()) {
            done();
        }
    }

    void finishBy(Consumer<SetupDraft> then) {
        finished = then;
    }

    private void done() {
        finished.accept(keepIn(draft.get()).finished(SetupStep.SERVICE_ACCOUNT));
    }

    @Override
    public ObservableValue<String> goOn() {
        return goOn.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> remark() {
        return remark.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return standing.map(Loading::isBusy);
    }

    @Override
    public String result(SetupDraft of) {
        if (!of.isDone(SetupStep.SERVICE_ACCOUNT)) {
            return "";
        }
        return of.account().address().isEmpty() ? parts.words().text("setup.account.none") : of.account().address();
    }

    @Override
    public StepLine.StepState standing(SetupDraft of) {
        return of.account().address().isEmpty() ? StepLine.StepState.OPTIONAL
                : of.account().verified() ? StepLine.StepState.DONE : StepLine.StepState.WAITING;
    }
}
