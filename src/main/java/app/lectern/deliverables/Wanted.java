package app.lectern.deliverables;

/// An event that there should be.
public record Wanted(Deliverable deliverable, Target target, EventContent content) {
    public String key() {
        return deliverable.key();
    }

    Imprint imprint() {
        return new Imprint(deliverable, content);
    }
}
