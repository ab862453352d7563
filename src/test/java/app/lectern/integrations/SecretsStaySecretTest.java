package app.lectern.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.entra.AppRegistration;
import app.lectern.home.LogFile;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.jobs.Progress;
import app.lectern.vault.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A secret that is easily found is put through everything the room does; then every file and every text is searched for it.
class SecretsStaySecretTest {
    private static final String CANARY = "kN4r~8Q~CANARY-that-must-not-sing";

    @TempDir
    private Path folder;

    @Test
    void theCanaryIsInNoFileAndNoText() throws Exception {
        var home = folder.resolve("home");
        var texts = new ArrayList<String>();
        try (var room = new Room(home); var log = LogFile.open(room.home, ZoneOffset.UTC, true)) {
            var app = room.tenant.apps().lectern();
            app.add(new AppRegistration.Secret("5f4dcc3b-5aa7-65d6-1d83-27deb882cf99", CANARY, "Lectern", room.clock.instant(),
                    room.clock.instant().plus(Duration.ofDays(90))));
            var draft = room.setups.begin();
            draft = room.setups.save(draft
                    .with(new SetupDraft.Tenant(CloudKind.CUSTOM, room.tenant.loginEndpoint(), room.tenant.graphEndpoint(),
                            room.tenant.authorityPem(), "northfield.example", ""))
                    .with(new SetupDraft.App(app.appId(), SignInMethod.SECRET, Optional.empty()))
                    .with(new SetupDraft.Ownership("Northfield", "", WorkspaceRole.ADMIN)));
            draft = room.setups.findTenant(draft);
            room.setups.keepSecret(draft, Secret.of(CANARY));
            texts.add(draft.toString());
            var of = room.setups.finish(draft);
            var report = room.checks.run(of, Progress.NONE);
            assertThat(report.permissions()).isPresent();
            texts.add(report.toString());
            texts.add(of.toString());
            texts.add(room.access.session(of).connection().toString());
            texts.add(room.transfer.export(List.of(of)));
            var pack = room.packs.pack(of, report.permissions(), Room.SERVICE_ACCOUNT, "Lectern");
            texts.add(pack.text() + pack.html());
            var refused = room.rotation.rotate(of, Secret.of(CANARY + "-wrong"), Optional.empty());
            texts.add(refused.toString());
            assertThat(log).isNotNull();
            assertThat(refused.isDone()).isFalse();
        }
        for (var text : texts) {
            assertThat(text).doesNotContain("CANARY");
        }
        var searched = new ArrayList<Path>();
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                searched.add(file);
                assertThat(contains(file)).as(file.toString()).isFalse();
            }
        }
        assertThat(searched).extracting(file -> file.getFileName().toString()).contains("lectern.mv.db");
    }

    private static boolean contains(Path file) throws IOException {
        var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return content.contains("CANARY") || content.contains(new String("CANARY".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }
}
