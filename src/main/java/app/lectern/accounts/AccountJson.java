package app.lectern.accounts;

import app.lectern.integrations.Integration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reports and chains as other programs read them: stable ids beside the sentences.
final class AccountJson {
    private AccountJson() {}

    static Map<String, Object> of(Collection<AccountReport> reports, AccountText text, Integration integration) {
        var document = new LinkedHashMap<String, Object>();
        document.put("integration", integration.name());
        document.put("simulated", integration.isSimulated());
        document.put("accounts", reports.stream().map(report -> of(report, text)).toList());
        return document;
    }

    static Map<String, Object> of(AccountReport report, AccountText text) {
        var row = new LinkedHashMap<String, Object>();
        row.put("address", report.address());
        row.put("objectId", report.objectId());
        row.put("name", report.account().map(Account::displayName).orElse(""));
        row.put("verdict", id(report.verdict().kind()));
        row.put("because", report.verdict().because().stream().map(AccountReason::id).toList());
        row.put("timeZone", report.timeZone());
        row.put("checkedAt", report.checkedAt());
        row.put("checks", report.findings().stream().map(finding -> of(finding, text)).toList());
        return row;
    }

    private static Map<String, Object> of(Finding finding, AccountText text) {
        var row = new LinkedHashMap<String, Object>();
        row.put("check", id(finding.check()));
        row.put("outcome", id(finding.outcome()));
        row.put("reason", finding.reason().id());
        row.put("says", text.says(finding));
        text.next(finding).ifPresent(next -> row.put("next", next));
        row.put("facts", finding.facts());
        if (!finding.asked().isNothing()) {
            row.put("asked", finding.asked());
        }
        return row;
    }

    static Map<String, Object> of(EmailChain chain, AccountText text) {
        var document = new LinkedHashMap<String, Object>();
        document.put("organiser", chain.winner().map(EmailChain.Link::address).orElse(null));
        document.put("objectId", chain.winner().flatMap(link -> link.candidate().report()).map(AccountReport::objectId).orElse(null));
        document.put("tried", chain.links().stream().map(link -> of(link, text)).toList());
        return document;
    }

    private static Map<String, Object> of(EmailChain.Link link, AccountText text) {
        var row = new LinkedHashMap<String, Object>();
        row.put("role", id(link.role()));
        row.put("address", link.address());
        row.put("standing", id(link.standing()));
        link.because().ifPresent(finding -> row.put("reason", finding.reason().id()));
        row.put("says", text.explains(link));
        return row;
    }

    static Map<String, Object> of(LeaverReport report) {
        var document = new LinkedHashMap<String, Object>();
        document.put("address", report.account().address());
        document.put("meetings", report.meetings());
        document.put("linksThatStop", report.linksThatStop());
        document.put("recordings", report.recordings());
        document.put("bytes", report.bytes());
        document.put("unseen", report.unseen().stream().map(unseen -> Map.of("part", id(unseen.part()), "problem", unseen.problem().code().id())).toList());
        return document;
    }

    static List<Map<String, Object>> steps(Collection<LeaverReport.Step> steps) {
        return steps.stream().map(step -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("name", step.name());
            step.made().ifPresent(made -> row.put("made", made));
            step.problem().ifPresent(problem -> row.put("problem", problem.code().id()));
            return (Map<String, Object>) row;
        }).toList();
    }

    private static String id(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
