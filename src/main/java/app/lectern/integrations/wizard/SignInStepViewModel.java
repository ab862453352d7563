package app.lectern.integrations.wizard;

import app.lectern.integrations.Field;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.SetupStep;
import app.lectern.integrations.wizard.SetupWork.SignedInAs;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner.Work;
import app.lectern.problems.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The second step: which app, and how Lectern proves that it is that app or acts for a person. Continue signs in.
/// Secrets pass through here once, on their way to the vault, and are never filled in again.
public final class SignInStepViewModel implements StepViewModel {
    private final SetupParts parts;
    private final Supplier<SetupDraft> draft;
    private final FieldViewModel clientId;
    private final FieldViewModel secret;
    private final FieldViewModel secretEnds;
    private final FieldViewModel certificate;
    private final FieldViewModel certificatePassword;
    private final ObjectProperty<SignInMethod> method = new SimpleObjectProperty<>(SignInMethod.CERTIFICATE);
    private final ObjectProperty<AppJobs> jobs = new SimpleObjectProperty<>(AppJobs.ALL);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper goOn = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DeviceCodeViewModel<SignedInAs>>> deviceCode = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<URI> browser = page -> {};
    private Consumer<SetupDraft> finished = done -> {};
    private Job job = Job.NONE;
    private String signedInAs = "";

    SignInStepViewModel(SetupParts parts, Supplier<SetupDraft> draft) {
        this.parts = parts;
        this.draft = draft;
        this.clientId = field(Field.CLIENT_ID);
        this.secret = new FieldViewModel(text -> text.isEmpty() && kept.get() ? Optional.empty() : fault(Field.SECRET, text), parts.problems());
        this.secretEnds = new FieldViewModel(this::endsFault, parts.problems());
        this.certificate = new FieldViewModel(path -> Optional.empty(), parts.problems());
        this.certificatePassword = new FieldViewModel(text -> Optional.empty(), parts.problems());
        method.subscribe(chosen -> changed());
    }

    private FieldViewModel field(Field which) {
        return new FieldViewModel(text -> fault(which, text), parts.problems());
    }

    private Optional<Problem> fault(Field which, String text) {
        return parts.work().fault(which, text, draft.get());
    }

    private Optional<Problem> endsFault(String text) {
        return text.isEmpty() ? Optional.empty() : fault(Field.SECRET_ENDS, text);
    }

    private void changed() {
        problem.set(Optional.empty());
        kept.set(false);
        goOn.set(parts.words().text("sign-in-method." + key() + ".go-on"));
        remark.set(parts.words().text(method.get().isUnattended() ? "setup.sign-in.unattended" : "setup.sign-in.attended"));
    }

    private String key() {
        return method.get().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    FieldViewModel clientId() {
        return clientId;
    }

    FieldViewModel secret() {
        return secret;
    }

    /// The last day of the secret as `2027-05-31`; empty when it is read from the app registration.
    FieldViewModel secretEnds() {
        return secretEnds;
    }

    /// The path of the chosen file.
    FieldViewModel certificate() {
        return certificate;
    }

    FieldViewModel certificatePassword() {
        return certificatePassword;
    }

    ObjectProperty<SignInMethod> method() {
        return method;
    }

    /// What the integration is to be for.
    ObjectProperty<AppJobs> jobs() {
        return jobs;
    }

    /// A secret or certificate was kept before and may stay.
    ReadOnlyBooleanProperty kept() {
        return kept.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// A dialog to be opened; empty while there is none.
    ReadOnlyObjectProperty<Optional<DeviceCodeViewModel<SignedInAs>>> deviceCode() {
        return deviceCode.getReadOnlyProperty();
    }

    /// The permissions that a person is asked for, by name.
    List<String> asksFor() {
        return parts.work().asksFor(jobs.get());
    }

    /// How pages are opened in the browser.
    void opensPagesBy(Consumer<URI> opener) {
        browser = opener;
    }

    @Override
    public void show(SetupDraft shown) {
        method.set(shown.app().method());
        jobs.set(shown.app().jobs());
        clientId.fill(shown.app().clientId());
        secret.fill("");
        certificate.fill("");
        certificatePassword.fill("");
        secretEnds.fill(shown.app().secretEnds().map(ends -> LocalDate.ofInstant(ends, parts.words().zone()).toString()).orElse(""));
        problem.set(Optional.empty());
        parts.tasks().start(progress -> parts.work().hasSecret(shown), kept::set, why -> kept.set(false));
    }

    @Override
    public SetupDraft keepIn(SetupDraft of) {
        return of.with(new SetupDraft.App(clientId.value(), method.get(), ends(), jobs.get()));
    }

    private Optional<Instant> ends() {
        if (method.get() != SignInMethod.SECRET || secretEnds.value().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(secretEnds.value()).atStartOfDay(parts.words().zone()).toInstant());
        } catch (DateTimeParseException unfinished) {
            return Optional.empty();
        }
    }

    @Override
    public void finish(SetupDraft of, Consumer<SetupDraft> then) {
        problem.set(Optional.empty());
        finished = then;
        boolean right = clientId.check();
        switch (method.get()) {
            case SECRET -> right &= secret.check() & secretEnds.check();
            case CERTIFICATE -> right &= certificateChosen();
            case DEVICE_CODE, BROWSER -> { }
        }
        if (right) {
            signIn();
        }
    }

    private boolean certificateChosen() {
        boolean chosen = kept.get() || !certificate.value().isEmpty();
        if (!chosen) {
            certificate.blame(Problem.of(Problem.Code.INPUT_WRONG)
                    .with("field", "@field.certificate").with("reason", "@setup.certificate.none"));
        }
        return chosen;
    }

    private void signIn() {
        switch (method.get()) {
            case DEVICE_CODE -> withCode();
            case BROWSER -> withBrowser();
            case SECRET -> withSecret();
            case CERTIFICATE -> withCertificate();
        }
    }

    /// The field is read here, on the window's thread; the array is wiped by who keeps it.
    private void withSecret() {
        var of = keepIn(draft.get());
        var value = secret.value().toCharArray();
        run(progress -> {
            if (value.length > 0) {
                parts.work().keepSecret(of, value);
            }
            return parts.work().signIn(of);
        });
    }

    private void withCertificate() {
        var of = keepIn(draft.get());
        var file = certificate.value();
        var password = certificatePassword.text().get().toCharArray();
        run(progress -> {
            if (!file.isEmpty()) {
                parts.work().keepCertificate(of, Path.of(file), password);
            }
            return parts.work().signIn(of);
        });
    }

    private void run(Work<SignedInAs> work) {
        busy.set(true);
        job = parts.tasks().start(work, this::succeeded, this::failed);
    }

    /// The lines that register an app for the chosen way of signing in and the chosen jobs.
    String registration() {
        return parts.work().registration(keepIn(draft.get()));
    }

    String registrationsPage() {
        return parts.work().registrationsPage(keepIn(draft.get()));
    }

    void withCode() {
        var of = keepIn(draft.get());
        deviceCode.set(Optional.of(new DeviceCodeViewModel<>(
                (given, progress) -> parts.work().signInWithCode(of,
                        code -> given.accept(new DeviceCodeViewModel.Code(code.letters(), code.page().toString(), code.expires()))),
                parts.tasks(), parts.answers(), parts.clock(), this::succeeded)));
    }

    /// The browser in place of the code, when a policy does not let codes through.
    void withBrowser() {
        method.set(SignInMethod.BROWSER);
        var of = keepIn(draft.get());
        run(progress -> parts.work().signInWithBrowser(of, browser));
    }

    /// While the browser is open: gives up waiting for it.
    void cancel() {
        job.cancel();
        busy.set(false);
    }

    private void succeeded(SignedInAs as) {
        busy.set(false);
        secret.fill("");
        certificatePassword.fill("");
        signedInAs = as.person();
        finished.accept(keepIn(draft.get()).finished(SetupStep.SIGN_IN));
    }

    private void failed(Problem why) {
        busy.set(false);
        switch (why.code()) {
            case SECRET_WRONG, SECRET_ID_PASTED, SECRET_EXPIRED -> secret.blame(why);
            case CERTIFICATE_PASSWORD_WRONG -> certificatePassword.blame(why);
            case CERTIFICATE_UNREADABLE, CERTIFICATE_WITHOUT_KEY, CERTIFICATE_EXPIRED, CERTIFICATE_KEY_UNSUITABLE, CERTIFICATE_REFUSED ->
                    certificate.blame(why);
            case APP_UNKNOWN, APP_DISABLED -> clientId.blame(why);
            default -> problem.set(Optional.of(why));
        }
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
        return busy.getReadOnlyProperty();
    }

    @Override
    public String result(SetupDraft of) {
        if (!of.isDone(SetupStep.SIGN_IN)) {
            return "";
        }
        return signedInAs.isEmpty() ? parts.words().of(of.app().method()) : signedInAs;
    }
}
