package app.lectern.sync.health.screen;

import app.lectern.problems.Problem;
import app.lectern.sync.Facet;
import app.lectern.sync.health.HealthState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One line: a facet of a meeting, or something of an organiser, that is not as it should be.
///
/// @param held  when the meeting was held
/// @param since from when on it has stood so
public record HealthRow(HealthState state, Facet facet, String subject, String organiser, OptionalLong meeting, Optional<Instant> held,
        Optional<Instant> since, String why, Optional<Problem> problem) {}
