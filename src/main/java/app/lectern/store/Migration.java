package app.lectern.store;

import java.net.URL;
import java.util.Optional;
import java.util.regex.Pattern;

/// One numbered step of the tables: `V007__attendance.sql`, and where it lies.
record Migration(int version, String fileName, URL location) {
    private static final Pattern NAME = Pattern.compile("V(\\d{3})__[a-z0-9_]+\\.sql");

    static Optional<Migration> of(String fileName, URL location) {
        var name = NAME.matcher(fileName);
        return name.matches() ? Optional.of(new Migration(Integer.parseInt(name.group(1)), fileName, location)) : Optional.empty();
    }
}
