package app.lectern.diagnosis;

import app.lectern.diagnosis.verdict.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A finished diagnosis: what was asked, every probe's result in order, the facts of the meeting, and the verdict.
public record Diagnosis(String pasted, Question question, Instant at, Duration took, List<ProbeResult> probes, MeetingFacts facts,
        Judgement judgement, Help help) {
    /// What the buttons of an advice open or copy, made for this tenant.
    public record Help(String permissionsPage, String policyCommand, String transcriptsCommand, String statusPage) {}

    public Diagnosis {
        probes = List.copyOf(probes);
    }

    Diagnosis withoutRawAnswers() {
        var bare = probes.stream().map(each -> new ProbeResult(each.kind(), each.state(), each.request(), each.status(), each.code(), each.requestId(),
                each.took(), each.label(), each.meaning(), each.signals(), "")).toList();
        return new Diagnosis(pasted, question, at, took, bare, facts, judgement, help);
    }
}
