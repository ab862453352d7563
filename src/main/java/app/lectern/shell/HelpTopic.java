package app.lectern.shell;

/// Questions that people ask about a place, answered in its help.
enum HelpTopic {
    WHICH_WAY(Place.MEETINGS), MEET_NOW(Place.MEETINGS), IN_A_CHANNEL(Place.MEETINGS), CALL_FROM_A_CHAT(Place.MEETINGS), TO_BE_RECORDED(Place.MEETINGS),
    WHEN_FIGURES(Place.ATTENDANCE), NO_REPORT(Place.ATTENDANCE), WHAT_IS_COUNTED(Place.ATTENDANCE), WHO_SEES_IT(Place.ATTENDANCE),
    BY_HAND(Place.ATTENDANCE),
    WHO_RECORDS(Place.RECORDINGS), HOW_LONG_KEPT(Place.RECORDINGS), WHERE_FILES_LIE(Place.RECORDINGS), WHICH_FORMAT(Place.RECORDINGS),
    ON_A_PHONE(Place.RECORDINGS), WHEN_TRANSCRIBED(Place.RECORDINGS);

    private final Place place;

    HelpTopic(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }

    String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
