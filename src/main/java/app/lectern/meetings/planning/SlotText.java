package app.lectern.meetings.planning;

import app.lectern.meetings.MeetingState;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.words.Words;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said about slots, on the screen and on the command line.
public final class SlotText {
    private final Words words;

    public SlotText(Words words) {
        this.words = words;
    }

    /// `Retrying 2/4`, `Partly applied`, `Created`.
    public String state(Slot of) {
        return of.state() == MeetingState.RETRYING ? words.text("slot.retrying", of.attempts(), Slot.TRIES) : words.of(of.state());
    }

    /// Why it is not whole, with what can be done; empty when nothing is wrong.
    public String problem(Slot of) {
        return of.problem().map(found -> {
            var what = new ProblemText(words).paragraph(named(found));
            return of.state() == MeetingState.PARTLY ? words.text("slot.partly", words.of(of.step()), what) : what;
        }).orElse("");
    }

    /// Options are named in words.
    private Problem named(Problem found) {
        var options = found.facts().get("options");
        return options == null ? found : found.with("options", Stream.of(options.split(", ")).map(each -> words.text("part." + each))
                .collect(Collectors.joining(", ")));
    }

    public String fault(SlotFault of) {
        return words.text("slot-fault." + of.what().name().toLowerCase(Locale.ROOT).replace('_', '-'), of.value());
    }

    /// In the meeting's own zone.
    public String when(Planned of) {
        var form = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", words.locale());
        var end = of.end().toLocalDate().equals(of.start().toLocalDate()) ? DateTimeFormatter.ofPattern("HH:mm", words.locale()) : form;
        return words.text("slot.when", form.format(of.start()), end.format(of.end()), of.zone().getId());
    }

    /// Subject and time, for the audit trail.
    public String summary(Planned of) {
        return of.subject() + ", " + when(of);
    }

    public String repeat(Repeat of) {
        var how = words.text("repeat." + of.unit().name().toLowerCase(Locale.ROOT), of.every());
        return of.until().map(last -> words.text("repeat.until", how, DateTimeFormatter.ofPattern("d MMM yyyy", words.locale()).format(last)))
                .orElseGet(() -> words.text("repeat.times", how, of.count().orElse(1)));
    }

    /// What choosing this way means, for where it is chosen.
    public String consequence(Way of) {
        return words.text("way." + of.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".means");
    }

    public String options(Collection<MeetingOptions.Part> parts) {
        return parts.stream().map(words::of).collect(Collectors.joining(", "));
    }

    public String risk(MeetingGuard.Risk of) {
        return words.of(of);
    }

    public String telling(Telling of) {
        return words.of(of);
    }

    public String results(SlotResults of) {
        return words.text("slot.results", of.done(), of.failed().size());
    }
}
