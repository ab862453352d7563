package app.lectern.meetings.planning;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What is set on the online meeting once its link is there.
///
/// @param announcements whether Teams announces who comes and goes
/// @param camera        whether attendees may turn their cameras on
/// @param breakoutRooms whether rooms may be opened; where nothing was kept of it, they may, as Teams itself has it
public record MeetingOptions(
        boolean record,
        boolean transcription,
        Lobby lobby,
        boolean dialInBypass,
        Presenters presenters,
        Chat chat,
        boolean announcements,
        boolean camera,
        boolean microphone,
        Boolean breakoutRooms) {
    /// Who comes in without waiting in the lobby.
    public enum Lobby { EVERYONE, ORGANISATION, ORGANISATION_AND_FEDERATED, ORGANISATION_WITHOUT_GUESTS, INVITED, ORGANISER }

    public enum Presenters { EVERYONE, ORGANISATION, ORGANISER }

    public enum Chat { ENABLED, LIMITED, DISABLED }

    /// One of the options by its name: to say which could not be applied, and which differ.
    public enum Part { RECORD, TRANSCRIPTION, LOBBY, DIAL_IN_BYPASS, PRESENTERS, CHAT, ANNOUNCEMENTS, CAMERA, MICROPHONE, BREAKOUT_ROOMS }

    /// As Teams itself sets a new meeting where no policy says otherwise.
    public static final MeetingOptions USUAL =
            new MeetingOptions(false, true, Lobby.ORGANISATION, false, Presenters.EVERYONE, Chat.ENABLED, true, true, true);

    public MeetingOptions {
        lobby = Optional.ofNullable(lobby).orElse(Lobby.ORGANISATION);
        presenters = Optional.ofNullable(presenters).orElse(Presenters.EVERYONE);
        chat = Optional.ofNullable(chat).orElse(Chat.ENABLED);
        breakoutRooms = breakoutRooms == null || breakoutRooms;
    }

    /// With breakout rooms, as Teams itself has it.
    public MeetingOptions(boolean record, boolean transcription, Lobby lobby, boolean dialInBypass, Presenters presenters, Chat chat, boolean announcements,
            boolean camera, boolean microphone) {
        this(record, transcription, lobby, dialInBypass, presenters, chat, announcements, camera, microphone, true);
    }

    public MeetingOptions withRecord(boolean value) {
        return new MeetingOptions(value, transcription, lobby, dialInBypass, presenters, chat, announcements, camera, microphone, breakoutRooms);
    }

    public MeetingOptions withTranscription(boolean value) {
        return new MeetingOptions(record, value, lobby, dialInBypass, presenters, chat, announcements, camera, microphone, breakoutRooms);
    }

    public MeetingOptions withLobby(Lobby value) {
        return new MeetingOptions(record, transcription, value, dialInBypass, presenters, chat, announcements, camera, microphone, breakoutRooms);
    }

    public MeetingOptions withDialInBypass(boolean value) {
        return new MeetingOptions(record, transcription, lobby, value, presenters, chat, announcements, camera, microphone, breakoutRooms);
    }

    public MeetingOptions withPresenters(Presenters value) {
        return new MeetingOptions(record, transcription, lobby, dialInBypass, value, chat, announcements, camera, microphone, breakoutRooms);
    }

    public MeetingOptions withChat(Chat value) {
        return new MeetingOptions(record, transcription, lobby, dialInBypass, presenters, value, announcements, camera, microphone, breakoutRooms);
    }

    public MeetingOptions withAnnouncements(boolean value) {
        return new MeetingOptions(record, transcription, lobby, dialInBypass, presenters, chat, value, camera, microphone, breakoutRooms);
    }

    public MeetingOptions withCamera(boolean value) {
        return new MeetingOptions(record, transcription, lobby, dialInBypass, presenters, chat, announcements, value, microphone, breakoutRooms);
    }

    public MeetingOptions withMicrophone(boolean value) {
        return new MeetingOptions(record, transcription, lobby, dialInBypass, presenters, chat, announcements, camera, value, breakoutRooms);
    }

    public MeetingOptions withBreakoutRooms(boolean value) {
        return new MeetingOptions(record, transcription, lobby, dialInBypass, presenters, chat, announcements, camera, microphone, value);
    }

    private Object value(Part part) {
        return switch (part) {
            case RECORD -> record;
            case TRANSCRIPTION -> transcription;
            case LOBBY -> lobby;
            case DIAL_IN_BYPASS -> dialInBypass;
            case PRESENTERS -> presenters;
            case CHAT -> chat;
            case ANNOUNCEMENTS -> announcements;
            case CAMERA -> camera;
            case MICROPHONE -> microphone;
            case BREAKOUT_ROOMS -> breakoutRooms;
        };
    }

    /// Where the two say different things.
    public Set<Part> differences(MeetingOptions other) {
        var found = EnumSet.noneOf(Part.class);
        for (var part : Part.values()) {
            if (!value(part).equals(other.value(part))) {
                found.add(part);
            }
        }
        return found;
    }

    /// The whole meeting is open to whoever has the link: what a preset's risk hint is about.
    public boolean isOpenToEveryone() {
        return lobby == Lobby.EVERYONE;
    }
}
