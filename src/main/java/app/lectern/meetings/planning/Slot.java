package app.lectern.meetings.planning;

import app.lectern.meetings.MeetingState;
import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.Optional;

/// A meeting that is planned here, and how far it has come. It is kept before anything is sent, and stays whatever happens.
///
/// @param key             makes its creation happen once: the event's transaction id, or the online meeting's external id
/// @param change          what an edit wants it to be, while that edit is on its way; the slot itself is what the tenant last took
/// @param batch           the import that it came with; empty for a single one
/// @param state           PARTLY means that the meeting is there and [#step] is what failed
/// @param attempts        the number of the try that is under way, of [#TRIES]
/// @param organiserId     the object id of the organiser once it was found
/// @param eventId         of a series, its master
/// @param onlineMeetingId empty until it is known
public record Slot(
        long id,
        String key,
        long integration,
        Planned planned,
        Optional<Planned> change,
        String batch,
        MeetingState state,
        Step step,
        int attempts,
        String organiserId,
        String eventId,
        String onlineMeetingId,
        String joinUrl,
        Optional<Problem> problem,
        Instant createdAt,
        Instant changedAt) {
    /// The first try and three more, after 1, 2 and 4 seconds.
    public static final int TRIES = 4;

    public boolean hasLink() {
        return !joinUrl.isEmpty();
    }

    /// Whether the tenant holds anything of it.
    public boolean isInTenant() {
        return !eventId.isEmpty() || !onlineMeetingId.isEmpty() || !joinUrl.isEmpty();
    }

    /// On its way: what a program that was killed has to take up again.
    public boolean isOnItsWay() {
        return state == MeetingState.WAITING || state == MeetingState.CREATING || state == MeetingState.RETRYING;
    }

    /// Whether *Generate link* or *Retry* has something to do.
    public boolean isOpen() {
        return state == MeetingState.DRAFT || state == MeetingState.FAILED || state == MeetingState.PARTLY || isOnItsWay();
    }

    Slot planned(Planned value) {
        return new Slot(id, key, integration, value, change, batch, state, step, attempts, organiserId, eventId, onlineMeetingId, joinUrl,
                problem, createdAt, changedAt);
    }

    Slot change(Optional<Planned> value) {
        return new Slot(id, key, integration, planned, value, batch, state, step, attempts, organiserId, eventId, onlineMeetingId, joinUrl,
                problem, createdAt, changedAt);
    }

    Slot in(MeetingState value) {
        return new Slot(id, key, integration, planned, change, batch, value, step, attempts, organiserId, eventId, onlineMeetingId, joinUrl,
                problem, createdAt, changedAt);
    }

    Slot at(Step value) {
        return new Slot(id, key, integration, planned, change, batch, state, value, attempts, organiserId, eventId, onlineMeetingId, joinUrl,
                problem, createdAt, changedAt);
    }

    Slot trying(int value) {
        return new Slot(id, key, integration, planned, change, batch, state, step, value, organiserId, eventId, onlineMeetingId, joinUrl,
                problem, createdAt, changedAt);
    }

    Slot organisedBy(String address, String objectId) {
        return new Slot(id, key, integration, planned.withOrganiser(address), change, batch, state, step, attempts, objectId, eventId,
                onlineMeetingId, joinUrl, problem, createdAt, changedAt);
    }

    Slot found(String event, String onlineMeeting, String link) {
        return new Slot(id, key, integration, planned, change, batch, state, step, attempts, organiserId, event, onlineMeeting, link, problem,
                createdAt, changedAt);
    }

    Slot with(Optional<Problem> value) {
        return new Slot(id, key, integration, planned, change, batch, state, step, attempts, organiserId, eventId, onlineMeetingId, joinUrl,
                value, createdAt, changedAt);
    }

    Slot under(long value) {
        return new Slot(value, key, integration, planned, change, batch, state, step, attempts, organiserId, eventId, onlineMeetingId, joinUrl,
                problem, createdAt, changedAt);
    }

    Slot keyed(String value) {
        return new Slot(id, value, integration, planned, change, batch, state, step, attempts, organiserId, eventId, onlineMeetingId, joinUrl,
                problem, createdAt, changedAt);
    }

    Slot changedAt(Instant moment) {
        return new Slot(id, key, integration, planned, change, batch, state, step, attempts, organiserId, eventId, onlineMeetingId, joinUrl,
                problem, createdAt, moment);
    }
}
