package app.lectern.diagnosis;

import static app.lectern.diagnosis.DiagnosisGraph.encoded;

import app.lectern.diagnosis.ProbeResult.State;
import app.lectern.diagnosis.input.DiagnosisInput;
import app.lectern.meetings.link.JoinLink;
import app.lectern.diagnosis.verdict.Signal;
import app.lectern.graph.SignedIn;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The probes on which the others stand: what was pasted, whose tenant it is, what the token allows, who the organiser is.
final class GroundProbes {
    private final DiagnosisGraph graph;
    private final Interpreter interpreter;
    private final Inquiry inquiry;

    GroundProbes(DiagnosisGraph graph, Interpreter interpreter, Inquiry inquiry) {
        this.graph = graph;
        this.interpreter = interpreter;
        this.inquiry = inquiry;
    }

    /// Says what stands in the input, and plainly what its shape does not tell.
    ProbeResult input() {
        var words = interpreter.words();
        var signals = EnumSet.noneOf(Signal.class);
        var key = switch (inquiry.input) {
            case DiagnosisInput.Link at -> read(at.link(), signals);
            case DiagnosisInput.Number number -> "probe.input.number";
            case DiagnosisInput.MeetingId meeting -> "probe.input.meeting-id";
            case DiagnosisInput.EventId event -> "probe.input.event-id";
            case DiagnosisInput.Thread thread -> {
                if (thread.id().endsWith("thread.tacv2")) {
                    signals.add(Signal.CHANNEL_THREAD);
                } else if (thread.id().startsWith("19:meeting_")) {
                    signals.add(Signal.PRIVATE_THREAD);
                }
                yield "probe.input.thread";
            }
            case DiagnosisInput.ErrorText error -> "probe.input.error";
            case DiagnosisInput.Refused refused -> "probe.input.refused";
        };
        var detail = inquiry.link().map(link -> link.form() == JoinLink.Form.LONG || link.form() == JoinLink.Form.RECAP
                ? "meetup-join/" + link.threadId() + "/" + link.messageId() : "meet/" + link.meetingNumber()).orElse("");
        var channel = signals.contains(Signal.CHANNEL_THREAD);
        return ProbeResult.local(ProbeKind.INPUT, channel ? State.GOOD : State.NEUTRAL, words.text(channel ? "probe.label.channel" : "probe.label.no-proof"),
                words.text(key), signals, detail);
    }

    private static String read(JoinLink link, Set<Signal> signals) {
        if (link.form() == JoinLink.Form.CONSUMER) {
            signals.add(Signal.CONSUMER_LINK);
            return "probe.input.consumer";
        }
        if (link.form() == JoinLink.Form.SHORT) {
            signals.add(Signal.SHAPE_SHORT);
            return "probe.input.short";
        }
        if (link.inChannel()) {
            signals.add(Signal.CHANNEL_THREAD);
            return "probe.input.channel";
        }
        if (link.privateThread()) {
            signals.add(Signal.PRIVATE_THREAD);
            return "probe.input.private";
        }
        signals.add(Signal.SHAPE_ZERO);
        return "probe.input.odd";
    }

    Optional<ProbeResult> tenant(SignedIn signedIn) {
        var words = interpreter.words();
        var named = inquiry.link().map(JoinLink::tenantId).orElse("");
        if (named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(named.equalsIgnoreCase(signedIn.tenantId())
                ? ProbeResult.local(ProbeKind.TENANT, State.GOOD, words.text("probe.label.same"), words.text("probe.tenant.same"), Set.of(), named)
                : ProbeResult.local(ProbeKind.TENANT, State.BAD, words.text("probe.label.other"), words.text("probe.tenant.other"),
                        Set.of(Signal.FOREIGN_TENANT), named));
    }

    /// The token's own list. A calendar right may be granted inside Exchange and be missing here, so what is missing is only
    /// held against the meeting when a call was refused as well.
    ProbeResult signIn(SignedIn signedIn) {
        var words = interpreter.words();
        var needed = List.of(ProbeKind.MEETING.permission(), inquiry.question.probe().permission());
        var missing = needed.stream().filter(each -> !has(signedIn.permissions(), each)).toList();
        var detail = words.text("probe.sign-in.roles", String.join(", ", needed.stream().filter(each -> has(signedIn.permissions(), each)).toList()));
        return missing.isEmpty()
                ? ProbeResult.local(ProbeKind.SIGN_IN, State.GOOD, words.text("probe.label.granted"), words.text("probe.sign-in.granted"),
                        Set.of(Signal.ROLE_PRESENT), detail)
                : ProbeResult.local(ProbeKind.SIGN_IN, State.BAD, words.text("probe.label.missing"),
                        words.text("probe.sign-in.missing", String.join(", ", missing)), Set.of(Signal.ROLE_ABSENT), detail);
    }

    /// A right to write includes the right to read, and a delegated right has no `.All`.
    static boolean has(Collection<String> granted, String wanted) {
        var delegated = wanted.replaceFirst("^(OnlineMeetings\\.Read)\\.All$", "$1");
        return List.of(wanted, wanted.replace(".Read", ".ReadWrite"), delegated, delegated.replace(".Read", ".ReadWrite")).stream()
                .anyMatch(granted::contains);
    }

    /// Resolves the organiser, since Graph's meetings are found by object id only.
    Optional<ProbeResult> account() {
        var who = inquiry.organiser();
        if (who.isEmpty()) {
            return Optional.empty();
        }
        var answer = graph.get("/users/" + encoded(who) + "?$select=id,displayName,userPrincipalName,accountEnabled,userType");
        var request = "GET /users/" + who;
        var words = interpreter.words();
        if (!answer.ok()) {
            return Optional.of(interpreter.refused(ProbeKind.ACCOUNT, request, answer, false,
                    answer.status() == 404 ? Set.of(Signal.ORGANISER_UNKNOWN) : Set.of()));
        }
        var user = interpreter.body(answer);
        inquiry.learn(was -> was.organisedBy(user.path("userPrincipalName").asText(who), user.path("id").asText(was.organiserId())));
        boolean enabled = user.path("accountEnabled").asBoolean(true);
        var name = user.path("displayName").asText(who);
        return Optional.of(interpreter.answered(ProbeKind.ACCOUNT, request, answer, enabled ? State.GOOD : State.WARNING,
                words.text(enabled ? "probe.account.found" : "probe.account.disabled", name),
                enabled ? Set.of(Signal.ORGANISER_FOUND) : Set.of(Signal.ORGANISER_FOUND, Signal.ORGANISER_DISABLED)));
    }

    /// The access policy has no call of its own that applications may make; what the meeting calls answered tells.
    Optional<ProbeResult> policy(Set<Signal> seen, boolean appOnly) {
        var words = interpreter.words();
        if (!appOnly || !seen.contains(Signal.POLICY_REFUSED) && !seen.contains(Signal.POLICY_ACCEPTED)) {
            return Optional.empty();
        }
        boolean refused = seen.contains(Signal.POLICY_REFUSED);
        var partly = seen.contains(Signal.POLICY_ACCEPTED);
        return Optional.of(ProbeResult.local(ProbeKind.POLICY, refused ? State.BAD : State.GOOD, words.text(!refused ? "probe.label.granted" : partly ? "probe.label.partly" : "probe.label.missing"),
                words.text(!refused ? "probe.policy.granted" : partly ? "probe.policy.partly" : "probe.policy.missing"), Set.of(), ""));
    }
}
