package app.lectern.sync;

import app.lectern.problems.Problem;
import java.util.OptionalLong;

/// One thing that could not be synced, and why.
///
/// @param meeting the meeting that it belongs to, where it belongs to one
/// @param subject the thing by its own name, such as a meeting's subject or an organiser's address
public record SyncFailure(Facet facet, OptionalLong meeting, String subject, Problem problem) {}
