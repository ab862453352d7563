package app.lectern.deliverables;

/// What Lectern remembers of an event: what it wrote last, and what the calendar answered to that. Where the event differs from
/// the answer, somebody has edited it; where the deliverable differs from what was written, it has changed here.
///
/// @param dropped somebody deleted the event in Outlook, and that was accepted
public record Link(String key, Target target, String eventId, EventContent written, EventContent seen, boolean dropped) {
    static Link of(FoundEvent found) {
        return new Link(found.key(), found.target(), found.id(), found.imprint().written(), found.imprint().written(), false);
    }
}
