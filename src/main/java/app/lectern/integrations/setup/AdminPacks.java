package app.lectern.integrations.setup;

import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.GrantScript;
import app.lectern.integrations.permissions.Permission;
import app.lectern.integrations.permissions.PermissionCatalogue;
import app.lectern.integrations.permissions.PermissionCatalogue.Asked;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.integrations.permissions.PermissionState;
import app.lectern.integrations.permissions.PolicyScripts;
import app.lectern.integrations.permissions.Powers;
import app.lectern.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts together what an administrator needs who has never seen Lectern: which permissions and why, the script for the
/// access policy, and what to send back. The ids in it are public; there is never a secret in it.
public final class AdminPacks {
    private final PermissionCatalogue catalogue;
    private final IntegrationAccess access;
    private final Words words;
    private final Optional<AppJobs> jobs;

    public AdminPacks(PermissionCatalogue catalogue, IntegrationAccess access, Words words) {
        this(catalogue, access, words, Optional.empty());
    }

    private AdminPacks(PermissionCatalogue catalogue, IntegrationAccess access, Words words, Optional<AppJobs> jobs) {
        this.catalogue = catalogue;
        this.access = access;
        this.words = words;
        this.jobs = jobs;
    }

    /// Packs that ask for what these jobs need and for nothing beside, whatever the integration is for.
    public AdminPacks forJobs(AppJobs chosen) {
        return new AdminPacks(catalogue, access, words, Optional.of(chosen));
    }

    private AppJobs jobs(Integration of) {
        return jobs.orElse(of.jobs());
    }

    public Words words() {
        return words;
    }

    /// The pack with the policy for every organiser of the tenant in place of the one.
    public AdminPack packForEveryone(Integration of, Optional<PermissionReport> report, String policy) {
        var wanted = wanted(of, report);
        var who = words.text("admin-pack.everyone");
        var script = PolicyScripts.teamsForAll(of, policy);
        return new AdminPack(words.text("admin-pack.subject", of.name()), text(of, wanted, report, who, script), html(of, wanted, report, who, script));
    }

    /// @param report  what is granted already, so that only the rest is asked for; empty before the first check
    /// @param account the organiser for whom the policy is needed
    public AdminPack pack(Integration of, Optional<PermissionReport> report, String account, String policy) {
        var wanted = wanted(of, report);
        var who = account.isBlank() ? words.text("admin-pack.account-placeholder") : account;
        var script = PolicyScripts.teams(of, policy, who);
        return new AdminPack(words.text("admin-pack.subject", of.name()), text(of, wanted, report, who, script),
                html(of, wanted, report, who, script));
    }

    private List<Asked> wanted(Integration of, Optional<PermissionReport> report) {
        var least = catalogue.least(jobs(of), access.isAppOnly(of));
        return report.map(seen -> least.stream().filter(each -> isMissing(each, seen)).toList()).orElse(least);
    }

    private static boolean isMissing(Asked each, PermissionReport seen) {
        return !seen.inToken().contains(each.name()) && seen.findings().stream()
                .anyMatch(one -> one.permission().probe() == each.permission().probe() && one.state() == PermissionState.MISSING);
    }

    private String text(Integration of, List<Asked> wanted, Optional<PermissionReport> report, String account, String script) {
        boolean appOnly = access.isAppOnly(of);
        var text = new StringBuilder();
        paragraph(text, words.text("admin-pack.hello", of.name()));
        paragraph(text, words.text("admin-pack.ids", of.tenant(), of.clientId()));
        if (!wanted.isEmpty()) {
            paragraph(text, "1. " + words.text(appOnly ? "admin-pack.permissions.app" : "admin-pack.permissions.person"));
            wanted.forEach(one -> text.append("   - ").append(one.name()).append(": ").append(reason(of, one.permission())).append('\n'));
            text.append('\n').append("   ").append(access.pages(of).permissions()).append("\n");
            text.append("   ").append(words.text("admin-pack.permissions.path")).append("\n\n");
            grantScript(of, wanted, report).ifPresent(lines -> {
                paragraph(text, words.text("admin-pack.permissions.script"));
                paragraph(text, lines);
            });
            paragraph(text, words.text("powers.title") + ":");
            Powers.of(catalogue.least(jobs(of), appOnly), words).forEach(each -> text.append("   - ").append(each.permission()).append(" – ").append(each.text()).append('\n'));
            text.append('\n');
            Powers.limits(appOnly, words).forEach(each -> paragraph(text, each));
        }
        if (appOnly) {
            paragraph(text, "2. " + words.text("admin-pack.policy", account));
            paragraph(text, script);
            paragraph(text, "3. " + words.text("admin-pack.exchange", account));
        }
        paragraph(text, words.text("admin-pack.reply"));
        return text.toString();
    }

    private Optional<String> grantScript(Integration of, List<Asked> wanted, Optional<PermissionReport> report) {
        return report.filter(PermissionReport::appOnly).map(seen -> GrantScript.of(of, wanted.stream().map(Asked::name).toList()));
    }

    private static void paragraph(StringBuilder text, String paragraph) {
        text.append(paragraph.strip()).append("\n\n");
    }

    /// What it unlocks, in the words of the matrix.
    private String reason(Integration of, Permission permission) {
        return serves(jobs(of), permission).map(this::said).distinct().collect(Collectors.joining(", "));
    }

    private static Stream<Capability> serves(AppJobs jobs, Permission permission) {
        var reading = permission.reading() == null ? Stream.<Capability>of() : permission.reading().serves().stream();
        return jobs.isAll() ? permission.unlocks().stream()
                : Stream.concat(permission.unlocks().stream(), reading).filter(jobs::include);
    }

    private String said(Capability capability) {
        return words.of(capability).toLowerCase(Locale.ROOT);
    }

    private String html(Integration of, List<Asked> wanted, Optional<PermissionReport> report, String account, String script) {
        boolean appOnly = access.isAppOnly(of);
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").append(words.locale().toLanguageTag())
                .append("\">\n<head><meta charset=\"utf-8\"><title>").append(Html.escaped(words.text("admin-pack.subject", of.name())))
                .append("</title>\n<style>").append(Html.STYLE).append("</style></head>\n<body>\n");
        html.append("<h1>").append(Html.escaped(words.text("admin-pack.subject", of.name()))).append("</h1>\n");
        html.append(Html.paragraph(words.text("admin-pack.hello", of.name())));
        html.append(Html.paragraph(words.text("admin-pack.ids", of.tenant(), of.clientId())));
        if (!wanted.isEmpty()) {
            html.append("<h2>1. ").append(Html.escaped(words.text(appOnly ? "admin-pack.permissions.app" : "admin-pack.permissions.person")))
                    .append("</h2>\n<table>\n");
            wanted.forEach(one -> html.append("<tr><td><code>").append(Html.escaped(one.name())).append("</code></td><td>")
                    .append(Html.escaped(reason(of, one.permission()))).append("</td></tr>\n"));
            html.append("</table>\n<p><a href=\"").append(Html.escaped(access.pages(of).permissions())).append("\">")
                    .append(Html.escaped(words.text("admin-pack.permissions.open"))).append("</a></p>\n")
                    .append(Html.paragraph(words.text("admin-pack.permissions.path")));
            grantScript(of, wanted, report).ifPresent(lines ->
                    html.append(Html.paragraph(words.text("admin-pack.permissions.script"))).append(Html.code(lines)));
            html.append("<h2>").append(Html.escaped(words.text("powers.title"))).append("</h2>\n<table>\n");
            Powers.of(catalogue.least(jobs(of), appOnly), words).forEach(each -> html.append("<tr><td><code>").append(Html.escaped(each.permission()))
                    .append("</code></td><td>").append(Html.escaped(each.text())).append("</td></tr>\n"));
            html.append("</table>\n");
            Powers.limits(appOnly, words).forEach(each -> html.append(Html.paragraph(each)));
        }
        if (appOnly) {
            html.append("<h2>2. ").append(Html.escaped(words.text("admin-pack.policy", account))).append("</h2>\n")
                    .append(Html.code(script))
                    .append("<h2>3. ").append(Html.escaped(words.text("admin-pack.exchange", account))).append("</h2>\n");
        }
        return html.append(Html.paragraph(words.text("admin-pack.reply"))).append("</body>\n</html>\n").toString();
    }

    /// The few pieces of HTML that the pack is made of.
    private static final class Html {
        static final String STYLE = """
                body { font: 15px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328 }
                pre { background: #f6f8fa; border: 1px solid #d1d9e0; border-radius: 6px; padding: 12px; overflow-x: auto }
                td { padding: 4px 16px 4px 0; vertical-align: top } h2 { font-size: 1.1rem; margin-top: 2rem }
                """;

        private Html() {}

        static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
        }

        static String paragraph(String text) {
            return "<p>" + escaped(text) + "</p>\n";
        }

        static String code(String text) {
            return "<pre>" + escaped(text) + "</pre>\n";
        }
    }
}
