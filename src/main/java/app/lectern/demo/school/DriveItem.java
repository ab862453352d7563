package app.lectern.demo.school;

import app.lectern.demo.storage.StoredBytes;
import java.time.Instant;
import java.util.Locale;

/// A folder or file of a [Drive]. Recordings appear and expire by the clock.
public final class DriveItem {
    private final Drive drive;
    private final String id;
    private final DriveItem parent;
    private final String name;
    private final boolean folder;
    private final Instant created;
    private long size;
    private Session session;
    private Instant expires = Instant.MAX;
    private Instant deleted;
    private long change;
    private int version = 1;
    private String hash;

    DriveItem(Drive drive, String id, DriveItem parent, String name, boolean folder, Instant created, long change) {
        this.drive = drive;
        this.id = id;
        this.parent = parent;
        this.name = name;
        this.folder = folder;
        this.created = created;
        this.change = change;
    }

    public Drive drive() {
        return drive;
    }

    public String id() {
        return id;
    }

    /// The folder in which the item lies; null for the root.
    public DriveItem parent() {
        return parent;
    }

    public String name() {
        return name;
    }

    public boolean isFolder() {
        return folder;
    }

    public Instant created() {
        return created;
    }

    public Session session() {
        return session;
    }

    public boolean isFilm() {
        return name.endsWith(".mp4");
    }

    public String contentType() {
        return isFilm() ? "video/mp4" : name.endsWith(".vtt") ? "text/vtt" : "application/octet-stream";
    }

    DriveItem recordingOf(Session held, long bytes, Instant until) {
        session = held;
        size = bytes;
        expires = until;
        return this;
    }

    public long size() {
        return folder ? 0 : isFilm() ? size : bytes().length();
    }

    /// The time from which Teams may put the recording into the bin; `Instant.MAX` when never.
    public Instant expires() {
        return expires;
    }

    public boolean exists(Instant now) {
        return deleted == null && !now.isBefore(created) && now.isBefore(expires);
    }

    /// Whether something about the item became true after that time, or changed after that change.
    public boolean changedSince(long since, Instant time, Instant now) {
        return change > since || created.isAfter(time) && !created.isAfter(now) || expires.isAfter(time) && !expires.isAfter(now);
    }

    void delete(Instant now, long changeNumber) {
        deleted = now;
        change = changeNumber;
    }

    /// Replaces the content: another eTag, other bytes.
    void rewrite(long bytes, long changeNumber) {
        size = bytes;
        version++;
        change = changeNumber;
        hash = null;
    }

    public int version() {
        return version;
    }

    public String eTag() {
        return "\"{" + guid() + "}," + version + "\"";
    }

    public String cTag() {
        return "\"c:{" + guid() + "}," + version + "\"";
    }

    private String guid() {
        return drive.ids().guid(id, 0).toUpperCase(Locale.ROOT);
    }

    public StoredBytes bytes() {
        return drive.bytes(this);
    }

    /// The base64 of quickXorHash, worked out at the first question.
    public String hash() {
        if (hash == null) {
            hash = bytes().quickXorHash();
        }
        return hash;
    }

    /// Under which the storage host finds the file.
    public String key() {
        return drive.id() + "/" + id;
    }

    /// The path below the root as it stands in `parentReference`.
    public String path() {
        return parent == null ? "/drives/" + drive.id() + "/root:" : parent.path() + "/" + name;
    }
}
