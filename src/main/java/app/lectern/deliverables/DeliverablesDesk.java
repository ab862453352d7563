package app.lectern.deliverables;

import app.lectern.integrations.Integration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The services that the screen works with.
///
/// @param samples what a simulated integration can begin with; empty for a real one
/// @param review  takes a filled-in meeting to the meeting editor, where there is one
public record DeliverablesDesk(
        Deliverables deliverables, DeliverableSync sync, CalendarSharing sharing, DeliverableImport imports, DeliverableExport exports,
        Function<String, Integration> integrations, Function<Integration, List<Deliverable>> samples, Optional<Consumer<ReviewDraft>> review) {}
