package app.lectern.demo.school;

/// Somebody who was invited.
///
/// @param response what the person answered, in Graph's words ("accepted", "none", …)
public record Attendee(String name, String address, String type, String response) {

    static Attendee of(Person person, String response) {
        var address = person.mail() == null ? person.userPrincipalName() : person.mail();
        return new Attendee(person.displayName(), address, "required", response);
    }
}
