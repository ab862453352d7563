package app.lectern.shell.settings;

import java.util.Optional;

/// Lets the system start the sync while the window is closed.
public interface UnattendedSync {
    /// @param by   the scheduler, in words
    /// @param next its next run in the scheduler's own words, where it tells
    record State(boolean installed, String by, String where, Optional<String> next) {}

    /// For a window without a system around it.
    UnattendedSync NONE = new UnattendedSync() {
        private static final State NOTHING = new State(false, "", "", Optional.empty());

        @Override
        public State state() {
            return NOTHING;
        }

        @Override
        public State install(int everyMinutes) {
            return NOTHING;
        }

        @Override
        public State remove() {
            return NOTHING;
        }
    };

    State state() throws Exception;

    /// As often as this, or the nearest that a scheduler can say.
    State install(int everyMinutes) throws Exception;

    State remove() throws Exception;
}
