package app.lectern.attendance;

import java.util.Locale;

/// A person as one report names them. What it does not tell is empty: anonymous people have no e-mail, telephones neither.
public record Who(String objectId, String email, String name) {
    public Who {
        objectId = objectId == null ? "" : objectId.strip().toLowerCase(Locale.ROOT);
        email = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        name = name == null ? "" : name.strip().replaceAll("\\s+", " ");
    }

    /// The name as names are compared: without regard to case.
    public String nameKey() {
        return name.toLowerCase(Locale.ROOT);
    }

    public boolean hasEmail() {
        return !email.isEmpty();
    }

    public boolean isTelephone() {
        return email.isEmpty() && name.matches("\\+?[0-9][0-9 ()*x-]{4,}");
    }

    /// What to call them when there is no name.
    public String called() {
        return name.isEmpty() ? email : name;
    }
}
