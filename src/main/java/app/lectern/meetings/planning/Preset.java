package app.lectern.meetings.planning;

import app.lectern.meetings.planning.MeetingOptions.Chat;
import app.lectern.meetings.planning.MeetingOptions.Lobby;
import app.lectern.meetings.planning.MeetingOptions.Presenters;
import java.util.Optional;
import java.util.stream.Stream;

/// Sets of options that come with Lectern.
public enum Preset {
    USUAL(MeetingOptions.USUAL),
    /// The meeting starts without its host: nobody waits, everybody presents, the chat is on and nobody is announced.
    TUTORING(new MeetingOptions(false, true, Lobby.EVERYONE, true, Presenters.EVERYONE, Chat.ENABLED, false, true, true)),
    /// A lesson: the college comes in at once, guests wait, only the organiser presents, and it records by itself.
    LESSON(new MeetingOptions(true, true, Lobby.ORGANISATION, false, Presenters.ORGANISER, Chat.ENABLED, false, true, true)),
    /// Only who was invited comes in by themselves.
    INVITED_ONLY(new MeetingOptions(false, true, Lobby.INVITED, false, Presenters.EVERYONE, Chat.ENABLED, true, true, true)),
    /// Everybody waits until staff let them in.
    STAFF_ADMIT(new MeetingOptions(false, true, Lobby.ORGANISER, false, Presenters.ORGANISER, Chat.LIMITED, true, true, true)),
    /// A talk: nobody but the organiser is seen or heard.
    LECTURE(new MeetingOptions(true, true, Lobby.ORGANISATION, false, Presenters.ORGANISER, Chat.LIMITED, false, false, false));

    private final MeetingOptions options;

    Preset(MeetingOptions options) {
        this.options = options;
    }

    public MeetingOptions options() {
        return options;
    }

    /// The preset that says just this; empty for a mixture of one's own.
    public static Optional<Preset> of(MeetingOptions options) {
        return Stream.of(values()).filter(each -> each.options.equals(options)).findFirst();
    }
}
