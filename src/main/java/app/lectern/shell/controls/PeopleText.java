package app.lectern.shell.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads people from text as it is typed or pasted: addresses, with or without names, separated by commas, semicolons, tabs or line ends.
public final class PeopleText {
    /// Somebody with an address; the name may be empty.
    public record Person(String address, String name) {
        public String shown() {
            return name.isBlank() ? address : name;
        }
    }

    private static final Pattern NAMED = Pattern.compile("\\s*\"?([^\"<>]*?)\"?\\s*<\\s*(?:mailto:)?([^<>\\s]+)\\s*>\\s*");
    /// Outlook writes "Lastname, Firstname <address>", so that a comma separates only where no bracket is still to come.
    private static final Pattern SEPARATOR = Pattern.compile("[;\\t\\r\\n]+|,(?![^;<>\\r\\n]*<)|(?<=>)\\s*,");

    private PeopleText() {}

    public static List<Person> read(String text) {
        var people = new ArrayList<Person>();
        for (var part : SEPARATOR.split(text)) {
            if (part.isBlank()) {
                continue;
            }
            var named = NAMED.matcher(part);
            if (named.matches()) {
                people.add(new Person(named.group(2).strip(), named.group(1).strip()));
            } else if (!part.strip().contains(" ") || part.indexOf('@') < 0) {
                people.add(new Person(part.strip(), ""));
            } else {
                for (var word : part.strip().split("\\s+")) {
                    people.add(new Person(word, ""));
                }
            }
        }
        return people;
    }

    /// Whether this is more than one person, or one that is complete.
    public static boolean isList(String text) {
        return SEPARATOR.matcher(text.strip()).find() || NAMED.matcher(text).matches() || text.strip().split("\\s+").length > 1 && text.contains("@");
    }
}
