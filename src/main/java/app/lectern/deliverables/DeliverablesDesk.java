package app.lectern.deliverables;

import app.lectern.accounts.Account;
import app.lectern.integrations.Integration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// The services that the screen works with.
///
/// @param people  finds people of the directory by the beginning of their names
/// @param samples what a simulated integration can begin with; empty for a real one
/// @param review  takes a filled-in meeting to the meeting editor, where there is one
/// @param rollOut brings the dates to everybody
public record DeliverablesDesk(
        Deliverables deliverables, DeliverableSync sync, CalendarSharing sharing, DeliverableImport imports, DeliverableExport exports,
        Function<String, Integration> integrations, Function<Integration, List<Deliverable>> samples,
        BiFunction<Integration, String, List<Account>> people, Optional<Consumer<ReviewDraft>> review, Optional<RollingOut> rollOut) {
    public DeliverablesDesk(
            Deliverables deliverables, DeliverableSync sync, CalendarSharing sharing, DeliverableImport imports, DeliverableExport exports,
            Function<String, Integration> integrations, Function<Integration, List<Deliverable>> samples,
            BiFunction<Integration, String, List<Account>> people, Optional<Consumer<ReviewDraft>> review) {
        this(deliverables, sync, sharing, imports, exports, integrations, samples, people, review, Optional.empty());
    }
}
