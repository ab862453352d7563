package app.lectern.integrations.wizard;

import app.lectern.integrations.AccountStanding;
import app.lectern.integrations.Field;
import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.integrations.permissions.PolicyFinding;
import app.lectern.integrations.permissions.Powers.Power;
import app.lectern.integrations.setup.AdminPack;
import app.lectern.integrations.setup.ReadinessItem;
import app.lectern.integrations.setup.ReplyVerdict;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.TestMeeting;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the wizard has done for it. All but [#fault] may wait for the network or the store and belongs into a job.
public interface SetupWork {
    /// @param id   the tenant's own id
    /// @param name what to call the integration when nobody has said yet
    record FoundTenant(String id, String name) {}

    /// @param person empty when the app acts for itself
    record SignedInAs(String person, int permissions) {}

    record Code(String letters, URI page, Instant expires) {}

    /// The permissions that a person is asked for, by name, where the integration is for these jobs.
    List<String> asksFor(AppJobs jobs);

    /// What is wrong with a field's text, before anything is sent.
    Optional<Problem> fault(Field field, String text, SetupDraft draft);

    /// Reads which names are taken, so that [#fault] knows without asking the store at every key.
    int readNames();

    SetupDraft save(SetupDraft draft);

    void discard(SetupDraft draft);

    FoundTenant find(SetupDraft draft) throws Exception;

    /// The lines that register an app for this tenant, way of signing in and what it is meant for, for whoever has none yet.
    String registration(SetupDraft draft);

    /// Where one does the same by hand.
    String registrationsPage(SetupDraft draft);

    /// Where an account is made in the tenant.
    String usersPage(SetupDraft draft);

    boolean hasSecret(SetupDraft draft);

    /// The array is wiped.
    void keepSecret(SetupDraft draft, char[] secret);

    /// The array is wiped. Answers the day on which the certificate ends.
    Instant keepCertificate(SetupDraft draft, Path file, char[] password);

    SignedInAs signIn(SetupDraft draft) throws Exception;

    SignedInAs signInWithCode(SetupDraft draft, Consumer<Code> given) throws Exception;

    SignedInAs signInWithBrowser(SetupDraft draft, Consumer<URI> browser) throws Exception;

    /// What the app can do once it has what it asks for.
    List<Power> powers(SetupDraft draft);

    PermissionReport permissions(SetupDraft draft, Progress progress) throws Exception;

    /// The grant was handed to whoever may give it: from now on Lectern looks by itself whether it has arrived.
    void awaitConsent(SetupDraft draft, List<String> permissions);

    List<PolicyFinding> policies(SetupDraft draft, Progress progress) throws Exception;

    AccountStanding verify(SetupDraft draft, String account) throws Exception;

    List<ReadinessItem> readiness(SetupDraft draft) throws Exception;

    AdminPack pack(SetupDraft draft) throws Exception;

    ReplyVerdict judge(SetupDraft draft, String reply);

    TestMeeting testMeeting(SetupDraft draft, Progress progress) throws Exception;

    void removeTestMeeting(SetupDraft draft, TestMeeting meeting) throws Exception;

    Integration finish(SetupDraft draft) throws Exception;
}
