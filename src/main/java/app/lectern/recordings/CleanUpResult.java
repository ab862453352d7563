package app.lectern.recordings;

import app.lectern.problems.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a clean-up did.
///
/// @param bytes    made free in the downloads folder
/// @param failed   what stayed against the plan, and why
/// @param manifest what lists the archive
public record CleanUpResult(List<Recording> done, long bytes, Map<Recording, Problem> failed, Optional<Path> manifest) {}
