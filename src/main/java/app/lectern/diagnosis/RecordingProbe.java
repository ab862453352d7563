package app.lectern.diagnosis;

import app.lectern.diagnosis.ProbeResult.State;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.recordings.WhyKind;
import app.lectern.recordings.WhyNoRecording;
import app.lectern.recordings.WhyReason;
import app.lectern.recordings.WhyWeight;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Why a meeting that the calendars know was not recorded, with what the library, the organiser’s other meetings and the attendance
/// report tell beyond the meeting itself. Evidence for a person to read; the verdict rests on what the meeting itself answered.
public final class RecordingProbe {
    private final KnownMeetings meetings;
    private final WhyNoRecording why;
    private final Words words;
    private final Clock clock;

    public RecordingProbe(KnownMeetings meetings, WhyNoRecording why, Words words, Clock clock) {
        this.meetings = meetings;
        this.why = why;
        this.words = words;
        this.clock = clock;
    }

    /// Empty for a meeting that no calendar has told of.
    Optional<ProbeResult> look(Integration in, MeetingFacts facts, Progress progress) throws InterruptedException {
        var meeting = meant(in, facts);
        if (meeting.isEmpty()) {
            return Optional.empty();
        }
        var from = clock.instant();
        var reasons = why.ask(in, meeting.get(), progress).reasons();
        return Optional.of(said(reasons, Duration.between(from, clock.instant())));
    }

    /// Of a series the occurrence that ended last.
    private Optional<Meeting> meant(Integration in, MeetingFacts facts) {
        var now = clock.instant();
        var all = meetings.byJoinUrl(in, facts.joinUrl());
        return all.stream().filter(one -> one.endedBy(now)).reduce((one, other) -> other.end().isAfter(one.end()) ? other : one).or(() -> all.stream().findFirst());
    }

    private ProbeResult said(List<WhyReason> reasons, Duration took) {
        var first = reasons.getFirst();
        var standing = reasons.stream().filter(reason -> reason == first || reason.weight().compareTo(WhyWeight.POSSIBLE) <= 0).map(this::line)
                .collect(Collectors.joining(" "));
        var state = first.kind() == WhyKind.THERE ? State.GOOD : switch (first.weight()) {
            case CERTAIN, LIKELY -> State.WARNING;
            case POSSIBLE, UNKNOWN, RULED_OUT -> State.NOTICE;
        };
        return new ProbeResult(ProbeKind.WHY_UNRECORDED, state, "", 0, "", "", took, words.of(first.weight()), standing, Set.of(),
                reasons.stream().map(this::line).collect(Collectors.joining("\n")));
    }

    /// `Likely: OneDrive is full. …`
    private String line(WhyReason reason) {
        return words.text("probe.why-unrecorded", words.of(reason.weight()), words.of(reason.kind()), words.named(reason.text(), reason.facts()));
    }
}
