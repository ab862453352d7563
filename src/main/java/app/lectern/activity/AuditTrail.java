package app.lectern.activity;

import app.lectern.jobs.Progress;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.words.Words;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Who did what to what. Entries are only ever added, chained by their hashes, and anchored with a key of the vault, so that
/// [#verify] finds whatever was changed, put in or taken away behind Lectern's back.
public final class AuditTrail implements LogSource<AuditEntry> {
    private static final String KEY = "activity/audit-seal";

    private final AuditStore rows;
    private final Clock clock;
    private final Words words;
    private final LogPages<AuditEntry> pages;
    private final AtomicReference<Supplier<String>> person = new AtomicReference<>(() -> System.getProperty("user.name", "?"));

    public AuditTrail(Store store, SecretStore secrets, Clock clock, Words words) {
        this.clock = clock;
        this.words = words;
        this.rows = new AuditStore(store, clock::instant, this::person, key(secrets));
        this.pages = new LogPages<>(rows, this::shown);
    }

    private static byte[] key(SecretStore secrets) {
        if (secrets.getBytes(KEY).isEmpty()) {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            secrets.putBytes(KEY, fresh);
        }
        return secrets.getBytes(KEY).orElseThrow();
    }

    /// Who works here from now on: the name under which a note without an actor stands.
    public void workedBy(Supplier<String> name) {
        person.set(name);
    }

    /// Who works here.
    public String person() {
        return person.get().get();
    }

    /// Notes what was done, in a transaction of its own: when this returns, it is kept. A room whose deed is a change to its own
    /// rows appends through [#rows] instead, in the transaction of the deed.
    public void note(AuditNote note) {
        rows.append(note);
    }

    /// For stores of other rooms that note within their own transaction.
    public AuditStore rows() {
        return rows;
    }

    public AuditVerdict verify() {
        return rows.verify();
    }

    /// What was done, in words.
    public String deed(AuditEntry entry) {
        return entry.note().deed() == null ? entry.deedId() : words.of(entry.note().deed());
    }

    private String shown(AuditEntry entry) {
        var note = entry.note();
        return String.join(" ", note.actor(), deed(entry), note.subject(), note.outcome(), note.before(), note.after());
    }

    @Override
    public LogPage<AuditEntry> page(LogFilter filter, Optional<LogCursor> after, Progress progress) throws InterruptedException {
        return pages.page(filter, after, progress);
    }

    @Override
    public long count(LogFilter filter, long limit) {
        return rows.count(filter, limit);
    }

    @Override
    public long mark() {
        return rows.mark();
    }

    /// When the oldest entry that is kept was made.
    public Optional<Instant> oldest() {
        return rows.oldest();
    }

    /// Takes away what is older than this and notes that; says how many entries went.
    public long forgetOlderThan(Duration age) {
        var end = clock.instant().minus(age);
        long gone = rows.removeBefore(end);
        if (gone > 0) {
            note(AuditNote.of(AuditDeed.ACTIVITY_FORGOTTEN, words.text("audit.forgotten", gone))
                    .byLectern().outcome(words.text("audit.forgotten.before", words.day(end))));
        }
        return gone;
    }
}
