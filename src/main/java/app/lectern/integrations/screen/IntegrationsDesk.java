package app.lectern.integrations.screen;

import app.lectern.integrations.CredentialRotation;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationChanges;
import app.lectern.integrations.IntegrationTransfer;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.ServiceAccounts;
import app.lectern.integrations.health.CheckKind;
import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.health.HealthChecks;
import app.lectern.integrations.health.HealthReport;
import app.lectern.integrations.permissions.PolicyScripts;
import app.lectern.integrations.setup.AdminPack;
import app.lectern.integrations.setup.AdminPacks;
import app.lectern.integrations.setup.Readiness;
import app.lectern.integrations.setup.Setups;
import app.lectern.integrations.setup.TestMeeting;
import app.lectern.integrations.setup.TestMeetings;
import app.lectern.integrations.upkeep.UpkeepKind;
import app.lectern.integrations.upkeep.UpkeepList;
import app.lectern.integrations.waiting.Wait;
import app.lectern.integrations.waiting.WaitKind;
import app.lectern.integrations.waiting.WaitingList;
import app.lectern.integrations.wizard.SetupWork;
import app.lectern.jobs.Progress;
import app.lectern.vault.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// What the Integrations screen has done for it by the services of the room. All of it belongs into jobs.
public final class IntegrationsDesk {
    /// @param demo makes the demo tenant's integration, once
    public record Services(Integrations integrations, HealthChecks checks, Readiness readiness, WaitingList waiting, Setups setups,
                           IntegrationTransfer transfer, CredentialRotation rotation, ServiceAccounts accounts, AdminPacks packs,
                           TestMeetings meetings, IntegrationChanges changes, UpkeepList upkeep, Callable<Integration> demo) {}

    private final Services services;

    public IntegrationsDesk(Services services) {
        this.services = services;
    }

    Setups setups() {
        return services.setups();
    }

    List<IntegrationFacts> all() {
        return services.integrations().list().stream().map(this::facts).toList();
    }

    private IntegrationFacts facts(Integration of) {
        return new IntegrationFacts(of, services.integrations().account(of), services.integrations().credential(of),
                services.checks().last(of), services.waiting().list(of), services.readiness().of(of),
                services.upkeep().of(of));
    }

    Integration demo() throws Exception {
        return services.demo().call();
    }

    /// What Microsoft needed time for is looked at as well, whenever its own next look would be.
    HealthReport check(Integration of, Progress progress) throws InterruptedException {
        services.waiting().lookAt(of);
        return services.checks().run(of, progress);
    }

    List<HealthReport> checkAll(Progress progress) throws InterruptedException {
        for (var each : services.integrations().list()) {
            progress.checkpoint();
            services.waiting().lookAt(each);
        }
        return services.checks().runAll(progress);
    }

    Integration update(Integration changed) {
        return services.integrations().update(changed);
    }

    IntegrationChanges.Changed change(Integration before, Integration now) {
        return services.changes().change(before, now);
    }

    /// Answers as whom.
    String signInWithCode(Integration of, Consumer<SetupWork.Code> given) {
        return services.changes().signInWithCode(of, prompt -> given.accept(
                new SetupWork.Code(prompt.code(), prompt.page(), prompt.expires()))).account();
    }

    String signInWithBrowser(Integration of, Consumer<URI> opener) {
        return services.changes().signInWithBrowser(of, opener).account();
    }

    Integration duplicate(Integration of, String name) {
        return services.integrations().duplicate(of, name);
    }

    Map<String, Long> localData(Integration of) {
        return services.integrations().localData(of);
    }

    Integration remove(Integration gone) {
        services.integrations().remove(gone);
        return gone;
    }

    Integration account(Integration of, String address, boolean verify) {
        if (address.isBlank()) {
            return services.accounts().clear(of);
        }
        return verify ? services.accounts().setVerified(of, address) : services.accounts().set(of, address);
    }

    /// The array is wiped.
    CredentialRotation.Outcome rotate(Integration of, char[] secret) {
        try (var value = Secret.of(secret)) {
            return renewed(services.rotation().rotate(of, value, Optional.empty()));
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /// The array is wiped.
    CredentialRotation.Outcome rotate(Integration of, Path certificate, char[] password) throws IOException {
        var content = Files.readAllBytes(certificate);
        try (var value = Secret.of(password)) {
            return renewed(services.rotation().rotate(of, content, value, certificate.getFileName().toString()));
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(content, (byte) 0);
        }
    }

    private CredentialRotation.Outcome renewed(CredentialRotation.Outcome outcome) {
        if (outcome.isDone()) {
            services.upkeep().done(outcome.integration(), UpkeepKind.CREDENTIAL);
        }
        return outcome;
    }

    Path export(List<Integration> some, Path into) throws IOException {
        return Files.writeString(into, services.transfer().export(some));
    }

    IntegrationTransfer.Imported importFrom(Path file) throws IOException {
        return services.transfer().importFrom(Files.readString(file));
    }

    AdminPack pack(Integration of) {
        return services.packs().pack(of, services.checks().last(of).flatMap(HealthReport::permissions), of.serviceAccount(), PolicyScripts.POLICY);
    }

    /// The pack has left: what it asks for is looked at by itself from now on.
    List<Wait> handedOver(Integration of) {
        var last = services.checks().last(of);
        var begun = new ArrayList<Wait>();
        last.flatMap(HealthReport::permissions).stream().flatMap(report -> report.missing().stream())
                .forEach(each -> begun.add(services.waiting().begin(of, WaitKind.CONSENT, each.name())));
        last.stream().flatMap(report -> report.of(CheckKind.ACCESS_POLICY).stream())
                .filter(each -> each.status() == CheckStatus.FAILED)
                .forEach(each -> begun.add(services.waiting().begin(of, WaitKind.ACCESS_POLICY, each.subject())));
        return begun;
    }

    Integration done(Integration of, UpkeepKind kind) {
        services.upkeep().done(of, kind);
        return of;
    }

    Wait stop(Wait wait) {
        services.waiting().stop(wait);
        return wait;
    }

    /// Made, and at once removed again.
    TestMeeting testMeeting(Integration of, Progress progress) throws InterruptedException {
        var made = services.meetings().make(of, of.serviceAccount(), progress);
        services.meetings().remove(of, made);
        services.readiness().tested(of);
        return made;
    }
}
