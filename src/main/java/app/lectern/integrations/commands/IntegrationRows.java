package app.lectern.integrations.commands;

import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.CredentialExpiry;
import app.lectern.integrations.Integration;
import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.health.HealthReport;
import app.lectern.integrations.permissions.JobsText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How integrations are written: as rows for people, as objects for programs. Never with anything secret.
final class IntegrationRows {
    private final Output output;

    IntegrationRows(Output output) {
        this.output = output;
    }

    Table table(List<Integration> all, IntegrationServices services) {
        var words = output.words();
        var table = new Table(words.text("cli.integrations.column.id"), words.text("cli.integrations.column.name"), words.text("cli.integrations.column.owner"),
                words.text("cli.integrations.column.service-account"), words.text("cli.integrations.column.sign-in"),
                words.text("cli.integrations.column.cloud"), words.text("cli.integrations.column.active"), words.text("cli.integrations.column.health"),
                words.text("cli.integrations.column.last-check"), words.text("cli.integrations.column.ends"));
        for (var each : all) {
            var last = services.checks().last(each);
            table.row(each.key(), each.name(), orNone(each.owner(), "cli.integrations.no-owner"),
                    orNone(each.serviceAccount(), "cli.integrations.not-set"), words.of(each.signInMethod()), words.of(each.cloud()),
                    words.text(each.active() ? "cli.integrations.yes" : "cli.integrations.no"),
                    last.map(report -> health(report.overall())).orElseGet(() -> Table.Cell.of(words.text("cli.integrations.never"))),
                    last.map(report -> words.when(report.at())).orElse(""),
                    services.integrations().credential(each).map(expiry -> ends(expiry, services)).orElseGet(() -> Table.Cell.of("")));
        }
        return table;
    }

    Table.Cell health(CheckStatus status) {
        return new Table.Cell(output.words().of(status), switch (status) {
            case PASSED -> Tone.GOOD;
            case WARNING, WAITING -> Tone.WARNING;
            case FAILED -> Tone.BAD;
            case COULD_NOT_CHECK -> Tone.MUTED;
        });
    }

    private Table.Cell ends(CredentialExpiry expiry, IntegrationServices services) {
        var now = services.clock().instant();
        var tone = expiry.isOver(now) ? Tone.BAD : expiry.warning(now).isPresent() ? Tone.WARNING : Tone.PLAIN;
        return new Table.Cell(output.words().day(expiry.ends()), tone);
    }

    private String orNone(String text, String key) {
        return text.isBlank() ? output.words().text(key) : text;
    }

    Map<String, String> facts(Integration of, IntegrationServices services) {
        var words = output.words();
        var facts = new LinkedHashMap<String, String>();
        facts.put(words.text("cli.integrations.column.id"), of.key());
        facts.put(words.text("field.name"), of.name());
        facts.put(words.text("cli.integrations.column.cloud"), words.of(of.cloud()));
        facts.put(words.text("field.tenant"), of.tenant());
        facts.put(words.text("field.client-id"), of.clientId());
        facts.put(words.text("field.sign-in-method"), words.of(of.signInMethod()));
        if (!of.loginEndpoint().isEmpty()) {
            facts.put(words.text("field.login-endpoint"), of.loginEndpoint());
            facts.put(words.text("field.graph-endpoint"), of.graphEndpoint());
        }
        facts.put(words.text("field.owner"), orNone(of.owner(), "cli.integrations.no-owner"));
        facts.put(words.text("field.service-account"), orNone(of.serviceAccount(), "cli.integrations.not-set") + accountState(of, services));
        facts.put(words.text("jobs.label"), JobsText.of(of.jobs(), words));
        facts.put(words.text("cli.integrations.column.active"), words.text(of.active() ? "cli.integrations.yes" : "cli.integrations.no"));
        facts.put(words.text("cli.integrations.column.role"), words.of(of.role()));
        facts.put(words.text("cli.integrations.column.ends"),
                services.integrations().credential(of).map(expiry -> words.day(expiry.ends())).orElse(words.text("cli.integrations.unknown")));
        var last = services.checks().last(of);
        facts.put(words.text("cli.integrations.column.health"),
                last.map(report -> words.of(report.overall()) + ", " + words.when(report.at())).orElse(words.text("cli.integrations.never")));
        return facts;
    }

    private String accountState(Integration of, IntegrationServices services) {
        return of.serviceAccount().isBlank() ? "" : " (" + output.words().of(services.integrations().account(of).state()) + ")";
    }

    Map<String, Object> json(Integration of, IntegrationServices services) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", of.id());
        row.put("name", of.name());
        row.put("cloud", id(of.cloud()));
        row.put("tenant", of.tenant());
        row.put("clientId", of.clientId());
        row.put("signInMethod", id(of.signInMethod()));
        if (!of.loginEndpoint().isEmpty()) {
            row.put("loginEndpoint", of.loginEndpoint());
            row.put("graphEndpoint", of.graphEndpoint());
        }
        row.put("owner", of.owner().isBlank() ? null : of.owner());
        row.put("serviceAccount", of.serviceAccount().isBlank() ? null : of.serviceAccount());
        row.put("serviceAccountState", id(services.integrations().account(of).state()));
        row.put("active", of.active());
        row.put("simulated", of.isSimulated());
        row.put("role", id(of.role()));
        row.put("for", JobNames.names(of.jobs()));
        var expiry = services.integrations().credential(of);
        row.put("credentialEnds", expiry.map(CredentialExpiry::ends).orElse(null));
        row.put("credentialEndsFrom", expiry.map(known -> id(known.source())).orElse(null));
        var last = services.checks().last(of);
        row.put("health", last.map(report -> id(report.overall())).orElse(null));
        row.put("lastCheck", last.map(HealthReport::at).orElse(null));
        return row;
    }

    static String id(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
