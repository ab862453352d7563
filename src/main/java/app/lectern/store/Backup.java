package app.lectern.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// One copy of the store: when it was made and which tables it has. `lectern-20261121-093000-v007.mv.db`, in UTC; a
/// second one of the same second has `-2` after the time.
public record Backup(Path file, Instant made, int version, int number) implements Comparable<Backup> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("lectern-(\\d{8}-\\d{6})(?:-(\\d+))?-v(\\d{3,})\\.mv\\.db");

    static Backup planned(Path folder, Instant now, int version, int number) {
        var name = "lectern-" + TIME.format(now) + (number == 1 ? "" : "-" + number) + String.format("-v%03d", version) + StoreFile.ENDING;
        return new Backup(folder.resolve(name), now, version, number);
    }

    static Optional<Backup> of(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        int number = name.group(2) == null ? 1 : Integer.parseInt(name.group(2));
        return Optional.of(new Backup(file, TIME.parse(name.group(1), Instant::from), Integer.parseInt(name.group(3)), number));
    }

    @Override
    public int compareTo(Backup other) {
        return Comparator.comparing(Backup::made).thenComparing(Backup::number).compare(this, other);
    }
}
