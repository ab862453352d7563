package app.lectern.activity;

import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A row of the trail exactly as it is kept. Its hash runs over every column and the hash before it, each with its length in
/// front, so that no text can pass for two.
record AuditRow(
        long id,
        Instant at,
        int severity,
        String actor,
        String integration,
        String deed,
        String subject,
        String subjectId,
        String outcome,
        String before,
        String after,
        String problem,
        String requestId,
        String purpose,
        Instant began,
        String hashBefore,
        String hash) {
    /// A newer Lectern may have written more than this one knows.
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /// Remedies are not kept: they are worked out anew from the code.
    private record KeptProblem(String code, Map<String, String> facts, Evidence evidence) {}

    static AuditRow of(AuditNote note, long id, Instant at, String actor, String hashBefore) {
        var row = new AuditRow(id, at.truncatedTo(ChronoUnit.MICROS), note.level().ordinal(), cut(actor, 200), cut(note.integration(), 100),
                note.deed().id(), cut(note.subject(), 500), cut(note.subjectId(), 500), cut(note.outcome(), 500), cut(note.before(), 2000),
                cut(note.after(), 2000), cut(note.problem().map(AuditRow::written).orElse(""), 4000),
                cut(note.requestId(), 100).toLowerCase(java.util.Locale.ROOT), cut(note.purpose(), 200),
                note.began().orElse(at).truncatedTo(ChronoUnit.MICROS), hashBefore, "");
        return row.hashed();
    }

    private AuditRow hashed() {
        return new AuditRow(id, at, severity, actor, integration, deed, subject, subjectId, outcome, before, after, problem, requestId,
                purpose, began, hashBefore, rightHash());
    }

    String rightHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Object part : List.of(id, micros(at), severity, actor, integration, deed, subject, subjectId, outcome, before, after, problem,
                    requestId, purpose, micros(began), hashBefore)) {
                var bytes = part.toString().getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    AuditEntry entry() {
        var levels = LogLevel.values();
        var note = new AuditNote(AuditDeed.of(deed).orElse(null), levels[Math.clamp(severity, 0, levels.length - 1)], actor, integration,
                subject, subjectId, outcome, before, after, readProblem(), requestId, purpose, Optional.of(began));
        return new AuditEntry(id, at, deed, note, hashBefore, hash);
    }

    private static String written(Problem problem) {
        try {
            var evidence = problem.evidence();
            // the service's own message may name people at length; its code and request id are what support asks for
            return JSON.writeValueAsString(new KeptProblem(problem.code().name(), problem.facts(),
                    new Evidence(evidence.service(), evidence.status(), evidence.code(), "", evidence.requestId())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Problem> readProblem() {
        if (problem.isEmpty()) {
            return Optional.empty();
        }
        try {
            var kept = JSON.readValue(problem, KeptProblem.class);
            return Optional.of(new Problem(Problem.Code.valueOf(kept.code()), kept.facts(), kept.evidence(), List.of()));
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException newer) {
            return Optional.empty();
        }
    }

    /// Never through the middle of a character that takes two places.
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
