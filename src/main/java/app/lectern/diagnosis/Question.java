package app.lectern.diagnosis;

import app.lectern.diagnosis.verdict.Signal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the person misses about the meeting; decides which data is looked for and which permission it needs.
public enum Question {
    ATTENDANCE(ProbeKind.ATTENDANCE, Signal.NO_REPORT),
    RECORDING(ProbeKind.RECORDINGS, Signal.NO_RECORDING),
    TRANSCRIPT(ProbeKind.TRANSCRIPTS, Signal.NO_TRANSCRIPT),
    LINK(ProbeKind.MEETING, Signal.LINK_NOT_FOUND);

    private static final Pattern ADDRESS = Pattern.compile("\\S*(?:https?:|//|@)\\S*");
    private static final String MISSED = "(?:\\bno\\b|\\bnot\\b|missing|where|\\bwhy\\b|without|\\blost\\b|\\bgone\\b)";
    private static final Map<Question, Pattern> ASKED = new EnumMap<>(Map.of(
            ATTENDANCE, Pattern.compile("attendance|total time|no-show|who was there"),
            RECORDING, missed("record"),
            TRANSCRIPT, missed("transcript"),
            LINK, Pattern.compile("\\blink\\b[^.]{0,40}(?:work|open|broken|dead)|(?:cannot|can[’']t|unable to) (?:join|get in)")));

    private final ProbeKind probe;
    private final Signal absent;

    Question(ProbeKind probe, Signal absent) {
        this.probe = probe;
        this.absent = absent;
    }

    /// What is missed by the words around a link, as a ticket or a message has them; empty where they do not say.
    public static Optional<Question> in(String pasted) {
        var words = ADDRESS.matcher(pasted).replaceAll(" ").toLowerCase(Locale.ROOT);
        return ASKED.entrySet().stream().filter(each -> each.getValue().matcher(words).find()).map(Map.Entry::getKey).findFirst();
    }

    /// An invitation that speaks of recording misses nothing.
    private static Pattern missed(String what) {
        return Pattern.compile(MISSED + "[^.]{0,40}" + what + "|" + what + "[^.]{0,40}" + MISSED);
    }

    ProbeKind probe() {
        return probe;
    }

    Signal absent() {
        return absent;
    }
}
