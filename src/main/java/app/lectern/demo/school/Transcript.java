package app.lectern.demo.school;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was said in a session, made up from a stock of sentences, as WebVTT with and without the speakers' names.
public final class Transcript {
    private static final List<String> TEACHER = List.of("Good morning everybody, let's make a start.",
            "Can you all see my screen?", "Have a look at the second graph.", "Who would like to try the next one?",
            "That's right, and why is that?", "Please note this down, it comes up every year.", "Any questions before we go on?",
            "We'll finish this on Thursday.", "Thank you all, see you next time.");
    private static final List<String> OTHERS = List.of("Yes, we can see it.", "I think it's because the gradient is steeper.",
            "Could you say that again?", "Sorry, I was on mute.", "Is that the same as last week?", "I got forty-two.",
            "Does the temperature matter here?", "Thank you.");

    /// One utterance, timed from the start of the session.
    public record Line(Duration from, Duration to, String speaker, String text) {
    }

    private final Instant start;
    private final List<Line> lines;

    private Transcript(Instant start, List<Line> lines) {
        this.start = start;
        this.lines = lines;
    }

    public static Transcript of(Session session) {
        var lines = new ArrayList<Line>();
        var invited = session.meeting().invited();
        long step = Math.max(4, Duration.between(session.start(), session.end()).toSeconds() / 60);
        for (int i = 0; i < 60; i++) {
            var teacherSpeaks = i % 3 != 1 || invited.isEmpty();
            var speaker = teacherSpeaks ? session.meeting().organiser().displayName() : invited.get(i * 7 % invited.size())
                    .name();
            var text = teacherSpeaks ? TEACHER.get(i % TEACHER.size()) : OTHERS.get(i * 5 % OTHERS.size());
            var from = Duration.ofSeconds(i * step).plusMillis(320 + i * 10L);
            lines.add(new Line(from, from.plusMillis(1_500 + 40L * text.length()), speaker, text));
        }
        return new Transcript(session.start(), lines);
    }

    public List<Line> lines() {
        return lines;
    }

    public Instant start() {
        return start;
    }

    public String vtt() {
        return write(true);
    }

    public String vttWithoutSpeakers() {
        return write(false);
    }

    private String write(boolean speakers) {
        var text = new StringBuilder("WEBVTT\n");
        for (var line : lines) {
            text.append('\n').append(clock(line.from())).append(" --> ").append(clock(line.to())).append('\n');
            text.append(speakers ? "<v " + line.speaker() + ">" + line.text() + "</v>" : line.text()).append('\n');
        }
        return text.toString();
    }

    /// A cue time of WebVTT.
    public static String clock(Duration time) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d.%03d", time.toHours(), time.toMinutesPart(), time.toSecondsPart(),
                time.toMillisPart());
    }
}
