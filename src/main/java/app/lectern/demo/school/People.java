package app.lectern.demo.school;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The directory: people in the order of their making, found by object id, user principal name or mail address.
public final class People {
    private final List<Person> all = new ArrayList<>();
    private final Map<String, Person> byKey = new HashMap<>();
    private final Map<String, Person> byMail = new HashMap<>();

    void add(Person person) {
        all.add(person);
        byKey.put(person.id(), person);
        byKey.put(person.userPrincipalName().toLowerCase(Locale.ROOT), person);
        if (person.mail() != null) {
            byMail.put(person.mail().toLowerCase(Locale.ROOT), person);
        }
    }

    public List<Person> all() {
        return Collections.unmodifiableList(all);
    }

    /// By object id or user principal name; a mail address that is not also the principal name finds nobody, as in Graph.
    public Optional<Person> find(String idOrName) {
        return Optional.ofNullable(byKey.get(idOrName.toLowerCase(Locale.ROOT)));
    }

    /// By any address under which mail reaches the person.
    public Optional<Person> findByAddress(String address) {
        var key = address.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byMail.get(key)).or(() -> Optional.ofNullable(byKey.get(key)));
    }

    public Person named(String userPrincipalName) {
        return find(userPrincipalName).orElseThrow(() -> new IllegalArgumentException("nobody is called " + userPrincipalName));
    }
}
