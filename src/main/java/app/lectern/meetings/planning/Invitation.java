package app.lectern.meetings.planning;

import app.lectern.words.BodyText;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What people who are invited see of a plan.
final class Invitation {
    private Invitation() {}

    /// The text, and behind it what it says about recording, in the form in which bodies are compared.
    static String text(Planned of) {
        return BodyText.tidy(SlotFieldsGraph.text(of));
    }

    static Set<String> people(Planned of) {
        return of.attendees().stream().map(each -> each.address().toLowerCase(Locale.ROOT) + (each.required() ? "" : "?")).collect(Collectors.toSet());
    }
}
