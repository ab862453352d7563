package app.lectern.sync.health;

import app.lectern.problems.Problem;
import app.lectern.sync.Facet;
import java.time.Instant;
import java.util.OptionalLong;

/// Something that the syncs have not been able to read since a moment, and have not read since.
///
/// @param times in how many runs it failed
public record OpenFailure(Facet facet, OptionalLong meeting, String subject, Instant since, int times, Problem problem) {}
