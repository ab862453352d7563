package app.lectern.sync;

import java.util.List;

/// What of an integration a sync looks at.
public sealed interface SyncScope {
    /// All that is known, and all organisers.
    record Everything() implements SyncScope {}

    /// Meetings that have ended, as far back as the features look by themselves.
    record Ended() implements SyncScope {}

    /// These meetings, by their ids in the store.
    record Meetings(List<Long> ids) implements SyncScope {
        public Meetings {
            ids = List.copyOf(ids);
        }
    }

    /// What one organiser holds.
    record Organiser(String address) implements SyncScope {}

    default boolean includesOrganiser(String address) {
        return !(this instanceof Organiser only) || only.address().equalsIgnoreCase(address);
    }

    /// Whether somebody said what it is to be.
    default boolean isNamed() {
        return this instanceof Meetings || this instanceof Organiser;
    }

    /// As it is kept and shown in the history.
    default String written() {
        return switch (this) {
            case Everything all -> "all";
            case Ended ended -> "ended";
            case Meetings some -> "meetings " + some.ids().stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(","));
            case Organiser one -> "organiser " + one.address();
        };
    }
}
