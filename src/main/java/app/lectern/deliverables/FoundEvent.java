package app.lectern.deliverables;

/// An event of Lectern's as the calendar holds it now.
///
/// @param etag moves with each change, so that nothing is written over a change that nobody has seen
public record FoundEvent(String id, String etag, Target target, Imprint imprint, EventContent content) {
    public String key() {
        return imprint.key();
    }
}
