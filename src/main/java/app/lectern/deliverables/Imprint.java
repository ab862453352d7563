package app.lectern.deliverables;

/// What an event says about itself in an extended property: which deliverable it stands for, as it was when it was written, and
/// what Lectern wrote into the event. From imprints alone the list can be made again.
public record Imprint(Deliverable deliverable, EventContent written) {
    public String key() {
        return deliverable.key();
    }
}
