package app.lectern.demo.school;

import app.lectern.demo.storage.StoredBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A document library: a person's OneDrive or that of a team's site.
public final class Drive {
    private static final long TOTAL = 1_099_511_627_776L;

    private final long number;
    private final String id;
    private final Person owner;
    private final String siteName;
    private final Ids ids;
    private final LessonBytes.Film film;
    private final Map<String, DriveItem> items = new LinkedHashMap<>();
    private final DriveItem root;
    private DriveItem recordings;
    private long otherBytes;

    Drive(long number, Person owner, String siteName, Ids ids, LessonBytes.Film film, Instant created) {
        this.number = number;
        this.id = ids.drive(number);
        this.owner = owner;
        this.siteName = siteName;
        this.ids = ids;
        this.film = film;
        this.otherBytes = ids.random("quota", number).nextLong(2L << 30, 400L << 30);
        this.root = add(null, "root", true, created, 0);
    }

    public String id() {
        return id;
    }

    /// Whose OneDrive it is, or null for a site.
    public Person owner() {
        return owner;
    }

    public String siteName() {
        return siteName;
    }

    public boolean isSite() {
        return owner == null;
    }

    Ids ids() {
        return ids;
    }

    public DriveItem root() {
        return root;
    }

    /// The folder into which Teams puts recordings; absent until there is one.
    public Optional<DriveItem> recordings() {
        return Optional.ofNullable(recordings);
    }

    DriveItem recordingsFolder(Instant created) {
        if (recordings == null) {
            recordings = add(root, "Recordings", true, created, 0);
        }
        return recordings;
    }

    DriveItem add(DriveItem parent, String name, boolean folder, Instant created, long change) {
        var item = new DriveItem(this, ids.driveItem(number, items.size()), parent, name, folder, created, change);
        items.put(item.id(), item);
        return item;
    }

    public Optional<DriveItem> find(String itemId) {
        return Optional.ofNullable(items.get(itemId));
    }

    public Collection<DriveItem> all() {
        return items.values();
    }

    public List<DriveItem> children(DriveItem folder, Instant now) {
        var found = new ArrayList<DriveItem>();
        for (var item : items.values()) {
            if (item.parent() == folder && item.exists(now)) {
                found.add(item);
            }
        }
        return found;
    }

    /// The item at a path below the root such as `Recordings/lesson.mp4`, names in any case.
    public Optional<DriveItem> at(String path, Instant now) {
        var item = Optional.of(root);
        for (var step : path.split("/")) {
            if (!step.isEmpty()) {
                item = item.flatMap(folder -> children(folder, now).stream().filter(child -> child.name().equalsIgnoreCase(step))
                        .findFirst());
            }
        }
        return item;
    }

    public long total() {
        return TOTAL;
    }

    public long used(Instant now) {
        return Math.min(TOTAL, otherBytes + items.values().stream().filter(item -> item.isFilm() && item.exists(now))
                .mapToLong(DriveItem::size).sum());
    }

    /// Fills the drive with files that nobody sees, until so many bytes are left.
    void leaveFree(long bytes, Instant now) {
        otherBytes += TOTAL - bytes - used(now);
    }

    StoredBytes bytes(DriveItem item) {
        if (item.isFilm()) {
            return new LessonBytes(film, item.id().hashCode() * 31L + item.version(), item.size());
        }
        var text = item.session() == null ? "" : Transcript.of(item.session()).vtt();
        return StoredBytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
