package app.lectern.recordings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads WebVTT as Teams writes it, with `<v Speaker>` and loose times such as `0:0:5.320`. What cannot be read is passed over.
final class WebVtt {
    private static final String TIME = "(?:(\\d+):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})";
    private static final Pattern TIMES = Pattern.compile("^\\s*" + TIME + "\\s*-->\\s*" + TIME + ".*$");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^ >]*)?\\s+([^>]*)>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private WebVtt() {}

    static List<TranscriptCue> read(String text) {
        var cues = new ArrayList<TranscriptCue>();
        for (var block : text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n').split("\n\\s*\n")) {
            cue(block).ifPresent(cues::add);
        }
        return cues;
    }

    private static Optional<TranscriptCue> cue(String block) {
        var lines = block.split("\n");
        for (int at = 0; at < lines.length; at++) {
            var times = TIMES.matcher(lines[at]);
            if (times.matches()) {
                var said = String.join(" ", List.of(lines).subList(at + 1, lines.length)).strip();
                var voice = VOICE.matcher(said);
                var speaker = voice.find() ? voice.group(1).strip() : "";
                var words = plain(TAG.matcher(said).replaceAll("")).strip();
                return words.isEmpty() ? Optional.empty() : Optional.of(new TranscriptCue(time(times, 1), time(times, 5), plain(speaker), words));
            }
        }
        return Optional.empty();
    }

    private static Duration time(java.util.regex.Matcher times, int group) {
        var hours = times.group(group);
        var fraction = (times.group(group + 3) + "00").substring(0, 3);
        return Duration.ofHours(hours == null ? 0 : Long.parseLong(hours)).plusMinutes(Long.parseLong(times.group(group + 1)))
                .plusSeconds(Long.parseLong(times.group(group + 2))).plusMillis(Long.parseLong(fraction));
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&");
    }
}
