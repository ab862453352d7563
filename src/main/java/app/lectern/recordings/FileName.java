package app.lectern.recordings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what Teams writes into a file's name: `{title}-{yyyyMMdd}_{HHmmss}[UTC]-Meeting Recording.mp4`, with localised endings,
/// and the older `{title}_{yyyyMMdd}_{HHmmss}_transcript.vtt`.
///
/// @param stamp the time in the name, empty when there is none
record FileName(String title, Optional<Instant> stamp) {
    private static final Pattern STAMPED = Pattern.compile("^(.*?)[-_ ](\\d{8})[_-](\\d{6})(UTC)?(?:[-_ ].*)?$");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", java.util.Locale.ROOT);

    /// @param zone by which a time without `UTC` is read
    static FileName read(String name, ZoneId zone) {
        int dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        var found = STAMPED.matcher(stem);
        if (!found.matches()) {
            return new FileName(stem, Optional.empty());
        }
        try {
            var time = LocalDateTime.parse(found.group(2) + found.group(3), STAMP);
            return new FileName(found.group(1).strip(), Optional.of(time.atZone(found.group(4) == null ? zone : ZoneOffset.UTC).toInstant()));
        } catch (DateTimeException noTime) {
            return new FileName(stem, Optional.empty());
        }
    }
}
