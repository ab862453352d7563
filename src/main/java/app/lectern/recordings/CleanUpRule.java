package app.lectern.recordings;

import java.nio.file.Path;
import java.util.Optional;

/// What a clean-up takes: local copies of recordings older than so many days.
///
/// @param archive where they are copied to first; empty when they are deleted
public record CleanUpRule(int days, Optional<Path> archive) {}
