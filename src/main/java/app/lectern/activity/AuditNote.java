package app.lectern.activity;

import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.Optional;

/// One deed to be noted: what was done, to what, with what outcome, and how it stood before and after, all in words. Holds no
/// secret; what is written cannot be changed later.
///
/// @param actor     who did it; empty means the person who works here
/// @param subject   the thing's own name, such as a meeting's title
/// @param subjectId the id under which the thing is found again; may be empty
/// @param purpose   the purpose of the Graph calls that belong to it, made since `began`
public record AuditNote(
        AuditDeed deed,
        LogLevel level,
        String actor,
        String integration,
        String subject,
        String subjectId,
        String outcome,
        String before,
        String after,
        Optional<Problem> problem,
        String requestId,
        String purpose,
        Optional<Instant> began) {
    /// The actor of what nobody asked for: a schedule, a retry, a rule.
    public static final String LECTERN = "Lectern";

    public static AuditNote of(AuditDeed deed, String subject) {
        return new AuditNote(deed, LogLevel.INFO, "", "", subject, "", "", "", "", Optional.empty(), "", "", Optional.empty());
    }

    public AuditNote id(String id) {
        return new AuditNote(deed, level, actor, integration, subject, id, outcome, before, after, problem, requestId, purpose, began);
    }

    public AuditNote outcome(String words) {
        return new AuditNote(deed, level, actor, integration, subject, subjectId, words, before, after, problem, requestId, purpose, began);
    }

    public AuditNote level(LogLevel grave) {
        return new AuditNote(deed, grave, actor, integration, subject, subjectId, outcome, before, after, problem, requestId, purpose, began);
    }

    public AuditNote by(String who) {
        return new AuditNote(deed, level, who, integration, subject, subjectId, outcome, before, after, problem, requestId, purpose, began);
    }

    public AuditNote byLectern() {
        return by(LECTERN);
    }

    /// The integration's key.
    public AuditNote in(String key) {
        return new AuditNote(deed, level, actor, key, subject, subjectId, outcome, before, after, problem, requestId, purpose, began);
    }

    public AuditNote change(String was, String is) {
        return new AuditNote(deed, level, actor, integration, subject, subjectId, outcome, was, is, problem, requestId, purpose, began);
    }

    /// It failed: an error, with the request id that the service gave.
    public AuditNote failed(Problem why) {
        return new AuditNote(deed, LogLevel.ERROR, actor, integration, subject, subjectId, outcome, before, after, Optional.of(why),
                why.evidence().requestId(), purpose, began);
    }

    public AuditNote request(String id) {
        return new AuditNote(deed, level, actor, integration, subject, subjectId, outcome, before, after, problem, id, purpose, began);
    }

    /// Which Graph calls belong to it: those with this purpose since then.
    public AuditNote calls(String of, Instant since) {
        return new AuditNote(deed, level, actor, integration, subject, subjectId, outcome, before, after, problem, requestId, of, Optional.of(since));
    }
}
