package app.lectern.deliverables;

import app.lectern.words.BodyText;
import app.lectern.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Set;

/// What an event for a deliverable says: only the date and its context, notes if the settings allow them.
final class EventText {
    private static final int LONGEST_SUBJECT = 255;

    private final Words words;
    private final CalendarSettings settings;
    private final Set<String> uninvitable;

    /// @param uninvitable assignees whom nobody knows and who are left out of the attendees
    EventText(Words words, CalendarSettings settings, Set<String> uninvitable) {
        this.words = words;
        this.settings = settings;
        this.uninvitable = uninvitable;
    }

    EventContent of(Deliverable deliverable, LocalDate day) {
        var values = new EnumMap<Field, String>(Field.class);
        var subject = deliverable.subject();
        values.put(Field.SUBJECT, subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length())));
        values.put(Field.WHEN, day.toString());
        values.put(Field.BODY, body(deliverable));
        values.put(Field.CATEGORY, settings.category());
        values.put(Field.REMINDER, settings.reminder().isPresent() ? Integer.toString(settings.reminder().getAsInt()) : "");
        values.put(Field.SHOW_AS, "free");
        values.put(Field.ATTENDEES, settings.invites()
                ? String.join(";", deliverable.assignees().stream().filter(address -> !uninvitable.contains(address)).sorted().toList()) : "");
        return new EventContent(values);
    }

    private String body(Deliverable deliverable) {
        var lines = new ArrayList<String>();
        lines.add(words.text("deliverables.event.project", deliverable.project()));
        lines.add(words.text("deliverables.event.client", client(deliverable)));
        lines.add(deliverable.description().isEmpty() ? words.text("deliverables.event.milestone", deliverable.percentage().orElse(0))
                : words.text("deliverables.event.deliverable", deliverable.description()));
        if (settings.withNotes() && !deliverable.notes().isEmpty()) {
            lines.add(words.text("deliverables.event.notes", deliverable.notes()));
        }
        if (!deliverable.link().isEmpty()) {
            lines.add(deliverable.link());
        }
        return BodyText.tidy(String.join("\n", lines));
    }

    private String client(Deliverable deliverable) {
        return deliverable.client().isEmpty() ? words.text("deliverables.internal") : deliverable.client();
    }

    /// What an imprint may tell: notes only where the event may.
    Deliverable imprinted(Deliverable deliverable) {
        return settings.withNotes() ? deliverable : deliverable.noted("");
    }
}
