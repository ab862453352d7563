package app.lectern.attendance;

/// Somebody who was invited, as the digest and the list of no-shows name them.
public record Invitee(String address, String name, boolean required) {
    public String called() {
        return name.isEmpty() ? address : name;
    }
}
