package app.lectern.meetings;

/// Somebody who is invited. The name may be empty.
public record Attendee(String address, String name, boolean required, InvitationAnswer answer) {
    public Attendee {
        answer = answer == null ? InvitationAnswer.NONE : answer;
    }

    public Attendee(String address, String name, boolean required) {
        this(address, name, required, InvitationAnswer.NONE);
    }
}
