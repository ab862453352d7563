package app.lectern.activity;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.jobs.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {
    private static final String SECRET = "c4n\"ary~Secret+Value";
    private static final String ADDRESS = "canary.child@northfield.example";

    @TempDir
    private Path folder;

    private ActivityFixture fixture;
    private SupportBundle bundle;

    @BeforeEach
    void open() throws Exception {
        fixture = new ActivityFixture(folder);
        fixture.audit.note(AuditNote.of(AuditDeed.MEETING_CREATED, "Lesson of " + ADDRESS).outcome("Northfield College").change(SECRET, ADDRESS.toUpperCase(java.util.Locale.ROOT)));
        fixture.calls.record(new app.lectern.graph.CallEntry(ActivityFixture.NOW, "1", "Check " + ADDRESS, "GET", "graph.microsoft.com", "/users/{id}", 200, "",
                java.time.Duration.ofMillis(5), List.of(), ActivityFixture.id(1), "", 3));
        Files.writeString(fixture.home.logs().resolve("lectern-0.0.log"), String.join("\n",
                "asked for " + ADDRESS + " with secret " + SECRET, "url https://x.example/?u=canary.child%40northfield.example",
                "json {\"client_secret\":\"other-secret-value\",\"v\":\"c4n\\\"ary~Secret+Value\"}", "Authorization: Bearer abcdefghijklmnop",
                "token eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln", "Ms Canary at Northfield College, 10.1.2.3, northfield-my.sharepoint.com",
                "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%7d", "request-id " + ActivityFixture.id(1)));
        bundle = new SupportBundle(fixture.home, List.of(progress -> List.of(new BundleFile("settings.json", "{\"proxyUser\":\"" + ADDRESS + "\"}"))),
                () -> new SupportBundle.Private(List.of(SECRET), List.of("Ms Canary", "Northfield College", folder.toString())),
                fixture.audit, fixture.calls, fixture.words, fixture.clock);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Map<String, String> unzipped(Path file) throws Exception {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void theCanariesNeverReachIt() throws Exception {
        var file = folder.resolve("bundle.zip");
        bundle.write(bundle.prepare(false, Progress.NONE), file);

        var files = unzipped(file);
        assertThat(files).containsKeys("README.txt", "settings.json", "calls.csv", "activity.csv", "logs/lectern-0.0.log");
        assertThat(String.join("\n", files.values()).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("canary", "c4n", "other-secret-value", "northfield", "abcdefghijklmnop", "eyj", "meetup-join", "10.1.2.3")
                .contains(ActivityFixture.id(1));
    }

    @Test
    void oneThingHasOneStandInThroughoutTheBundle() throws Exception {
        var files = bundle.prepare(false, Progress.NONE).files();

        for (var name : List.of("settings.json", "calls.csv", "activity.csv", "logs/lectern-0.0.log")) {
            var content = files.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow().content();
            assertThat(content).as(name).contains("person-1@school.example").doesNotContain("person-2");
        }
    }

    @Test
    void keptNamesStayAndSecretsStillGo() throws Exception {
        var all = String.join("\n", bundle.prepare(true, Progress.NONE).files().stream().map(BundleFile::content).toList());

        assertThat(all).contains(ADDRESS, "Northfield College", "10.1.2.3").doesNotContain("c4n", "other-secret-value", "abcdefghijklmnop", "eyJ");
    }

    @Test
    void whatWasPreparedIsWrittenToTheLetterAndNoted() throws Exception {
        var prepared = bundle.prepare(false, List.of(new BundleFile("diagnosis.txt", "Instant meeting")), Progress.NONE);
        var file = folder.resolve("bundle.zip");
        bundle.write(prepared, file);

        var expected = new LinkedHashMap<String, String>();
        prepared.files().forEach(each -> expected.put(each.name(), each.content()));
        assertThat(unzipped(file)).isEqualTo(expected).containsEntry("diagnosis.txt", "Instant meeting");
        var newest = fixture.audit.page(LogFilter.ALL, java.util.Optional.empty(), Progress.NONE).rows().getFirst();
        assertThat(newest.note().deed()).isEqualTo(AuditDeed.SUPPORT_BUNDLE_WRITTEN);
        assertThat(newest.note().outcome()).isEqualTo("Names and addresses replaced");
    }
}
