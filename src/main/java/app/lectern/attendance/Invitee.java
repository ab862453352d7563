package app.lectern.attendance;

import app.lectern.meetings.InvitationAnswer;

/// Somebody who was invited, as the digest and the list of no-shows name them.
///
/// @param answer what they answered: whoever declined has said so, and is no no-show
public record Invitee(String address, String name, boolean required, InvitationAnswer answer) {
    public Invitee(String address, String name, boolean required) {
        this(address, name, required, InvitationAnswer.NONE);
    }

    public boolean declined() {
        return answer == InvitationAnswer.DECLINED;
    }

    public String called() {
        return name.isEmpty() ? address : name;
    }
}
