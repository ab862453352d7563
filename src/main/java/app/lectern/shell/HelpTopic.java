package app.lectern.shell;

/// Questions that people ask about a place, answered in its help.
enum HelpTopic {
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
