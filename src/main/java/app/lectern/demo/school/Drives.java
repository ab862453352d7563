package app.lectern.demo.school;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// All document libraries, made when first asked for.
public final class Drives {
    private static final long SITES_FROM = 1L << 40;

    private final Ids ids;
    private final LessonBytes.Film film;
    private final Instant created;
    private final Map<String, Drive> byId = new HashMap<>();
    private final Map<Person, Drive> byOwner = new HashMap<>();
    private long sites;

    Drives(Ids ids, Instant created) {
        this.ids = ids;
        this.created = created;
        this.film = LessonBytes.Film.of(film(), ids);
    }

    public Drive of(Person owner) {
        return byOwner.computeIfAbsent(owner, person -> keep(new Drive(person.number(), person, null, ids, film, created)));
    }

    Drive site(String name) {
        return keep(new Drive(SITES_FROM + sites++, null, name, ids, film, created));
    }

    /// By the id of a drive that somebody has been told.
    public Optional<Drive> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private Drive keep(Drive drive) {
        byId.put(drive.id(), drive);
        return drive;
    }

    private static byte[] film() {
        try (var in = Drives.class.getResourceAsStream("/app/lectern/demo/lesson.mp4")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
