package app.lectern.overview;

import app.lectern.meetings.planning.PastCreation;

/// Which creations stand behind a figure.
enum CreationRows {
    ALL, FAILED, REPEATED;

    boolean admits(PastCreation creation) {
        return switch (this) {
            case ALL -> true;
            case FAILED -> !creation.succeeded();
            case REPEATED -> creation.refused() > 0;
        };
    }
}
