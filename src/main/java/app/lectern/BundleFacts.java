package app.lectern;

import app.lectern.activity.BundleFile;
import app.lectern.activity.BundleSource;
import app.lectern.activity.SupportBundle;
import app.lectern.diagnosis.Doctor;
import app.lectern.integrations.Integration;
import app.lectern.problems.ProblemText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the rooms tell a support bundle, and what it must hide: versions, the doctor's findings, settings, integrations.
final class BundleFacts {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final Set<String> ROLES = Set.of("root", "admin", "administrator", "user");

    private final Wiring wiring;

    BundleFacts(Wiring wiring) {
        this.wiring = wiring;
    }

    List<BundleSource> sources() {
        return List.of(
                progress -> List.of(new BundleFile("versions.txt", versions())),
                progress -> List.of(new BundleFile("doctor.txt", findings(wiring.doctor, progress))),
                progress -> List.of(new BundleFile("settings.json", json(wiring.start.settings().get()))),
                progress -> List.of(new BundleFile("integrations.json", json(wiring.integrations.list()))));
    }

    private String versions() {
        return String.join("\n",
                "Lectern " + Start.version(),
                "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                "System " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", " + System.getProperty("os.arch"),
                "Language " + wiring.start.words().locale().toLanguageTag() + ", zone " + wiring.start.words().zone(),
                "Tables " + wiring.store.version(),
                "Data folder " + wiring.start.home().folder(), "");
    }

    private String findings(Doctor doctor, app.lectern.jobs.Progress progress) throws InterruptedException {
        var words = wiring.start.words();
        var problems = new ProblemText(words);
        return doctor.examine(progress, finding -> {}).stream()
                .map(finding -> words.of(finding.topic()) + " | " + words.of(finding.state()) + " | " + finding.subject() + " | " + finding.text()
                        + finding.problem().map(problem -> "\n    " + problem.code().id() + ": " + problems.paragraph(problem)
                                + "\n    " + problem.evidence().line()).orElse(""))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String json(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The values of all kept secrets, so that one which found its way into a log is found there too, and the names Lectern knows.
    SupportBundle.Private hidden() {
        var values = new ArrayList<String>();
        for (var slot : wiring.secrets.slots("")) {
            wiring.secrets.getBytes(slot).ifPresent(bytes -> values.add(new String(bytes, StandardCharsets.UTF_8)));
        }
        var names = new ArrayList<String>();
        for (Integration each : wiring.integrations.list()) {
            names.add(each.name());
            names.add(each.owner());
            names.add(each.serviceAccount());
            names.add(each.tenant());
        }
        names.add(wiring.start.home().folder().toString());
        names.add(System.getProperty("user.home", ""));
        for (var account : List.of(System.getProperty("user.name", ""), wiring.audit.person())) {
            // names of roles are in every path and say nothing about anybody
            if (!ROLES.contains(account)) {
                names.add(account);
            }
        }
        var network = wiring.start.settings().get().network();
        names.add(network.proxyUser());
        names.add(network.proxyHost());
        return new SupportBundle.Private(values, names);
    }
}
