package app.lectern.meetings.screen;

import app.lectern.meetings.Attendee;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.SlotField;
import app.lectern.meetings.planning.SlotText;
import app.lectern.words.Words;
import java.util.stream.Collectors;

/// What a plan says in one of its fields, for putting two versions side by side.
final class PlanText {
    private static final int LONGEST = 160;

    private final Words words;
    private final SlotText text;

    PlanText(Words words) {
        this.words = words;
        this.text = new SlotText(words);
    }

    /// @param other the other version: of the options only those are named in which the two differ
    String value(SlotField field, Planned of, Planned other) {
        var said = switch (field) {
            case SUBJECT -> of.subject();
            case BODY -> of.body();
            case START, END, ZONE -> text.when(of);
            case ORGANISER -> of.organiser();
            case ATTENDEES -> of.attendees().stream().map(Attendee::address).collect(Collectors.joining(", "));
            case CATEGORY -> of.category();
            case REMINDER -> of.reminder().isPresent() ? words.text("meetings.conflict.minutes", of.reminder().getAsInt()) : "";
            case REPEAT -> of.repeat().map(text::repeat).orElse(words.text("meetings.editor.once"));
            case WAY -> words.of(of.way());
            case OPTIONS -> options(of.options(), other.options());
        };
        return said.isBlank() ? words.text("meetings.conflict.nothing") : said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
    }

    private String options(MeetingOptions of, MeetingOptions other) {
        return of.differences(other).stream().map(part -> switch (part) {
            case LOBBY -> words.of(of.lobby());
            case PRESENTERS -> words.of(of.presenters());
            case CHAT -> words.of(of.chat());
            case RECORD -> on(part, of.record());
            case TRANSCRIPTION -> on(part, of.transcription());
            case DIAL_IN_BYPASS -> on(part, of.dialInBypass());
            case ANNOUNCEMENTS -> on(part, of.announcements());
            case CAMERA -> on(part, of.camera());
            case MICROPHONE -> on(part, of.microphone());
            case BREAKOUT_ROOMS -> on(part, of.breakoutRooms());
        }).collect(Collectors.joining(", "));
    }

    private String on(MeetingOptions.Part part, boolean isOn) {
        return words.text(isOn ? "meetings.conflict.on" : "meetings.conflict.off", words.of(part));
    }
}
