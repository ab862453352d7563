package app.lectern.diagnosis;

import app.lectern.diagnosis.input.DiagnosisInput;
import app.lectern.meetings.link.JoinLink;
import java.time.Instant;
import java.util.Optional;

/// What one diagnosis knows while it runs: the input in its parts, and what the probes have found out so far. Shared by the
/// probes' threads.
final class Inquiry {
    final DiagnosisInput input;
    final Question question;
    final Instant now;
    private final String named;
    private volatile MeetingFacts facts;

    Inquiry(DiagnosisInput input, String named, Question question, Instant now) {
        this.input = input;
        this.named = named.strip();
        this.question = question;
        this.now = now;
        this.facts = begin(input);
    }

    private static MeetingFacts begin(DiagnosisInput input) {
        return switch (input) {
            case DiagnosisInput.Link at -> facts("", at.link().organiserId(), at.link().threadId(), at.link().url(), at.link().meetingNumber());
            case DiagnosisInput.Number number -> facts("", "", "", "", number.digits());
            case DiagnosisInput.MeetingId meeting -> facts(meeting.id(), meeting.organiserId(), meeting.threadId(), "", "");
            case DiagnosisInput.Thread thread -> facts("", "", thread.id(), "", "");
            case DiagnosisInput.EventId event -> MeetingFacts.NONE;
            case DiagnosisInput.ErrorText error -> MeetingFacts.NONE;
            case DiagnosisInput.Refused refused -> MeetingFacts.NONE;
        };
    }

    private static MeetingFacts facts(String meetingId, String organiserId, String threadId, String url, String number) {
        return new MeetingFacts("", "", organiserId, meetingId, threadId, url, "", number, Optional.empty(), Optional.empty(), Optional.empty());
    }

    MeetingFacts facts() {
        return facts;
    }

    synchronized void learn(java.util.function.UnaryOperator<MeetingFacts> change) {
        facts = change.apply(facts);
    }

    Optional<JoinLink> link() {
        return input instanceof DiagnosisInput.Link at ? Optional.of(at.link()) : Optional.empty();
    }

    /// Whom to ask about: whom the input itself names, else whom the person named. A name given by hand wins over nothing but
    /// silence, since the link knows better.
    String organiser() {
        return facts.organiserId().isEmpty() ? named : facts.organiserId();
    }

    boolean hasOrganiserId() {
        return !facts.organiserId().isEmpty();
    }

    /// An id that is asked for as it stands: given as such, or found as the middle of an odd link.
    String oddId() {
        if (input instanceof DiagnosisInput.MeetingId meeting) {
            return meeting.id();
        }
        return link().map(JoinLink::threadId).filter(thread -> !thread.isEmpty() && !thread.startsWith("19:")).orElse("");
    }
}
