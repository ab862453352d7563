package app.lectern.graph;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Lets at most four requests at once through to one mailbox, whoever asks; Exchange refuses the fifth.
/// First come, first served, and waiting ends when the thread is interrupted. There is one gate for all features.
public final class MailboxGate {
    /// Exchange's limit per app and mailbox.
    public static final int LIMIT = 4;

    private static final Set<String> MAILBOX_PATHS = Set.of(
            "events", "calendar", "calendars", "calendarGroups", "calendarView", "messages", "mailFolders", "mailboxSettings",
            "onlineMeetings", "contacts", "contactFolders", "outlook", "findMeetingTimes", "reminderView", "sendMail",
            "translateExchangeIds");

    private final Map<String, Semaphore> mailboxes = new ConcurrentHashMap<>();

    /// Ends the stay that [#enter] began. Closing it twice does no harm.
    interface Stay extends AutoCloseable {
        @Override
        void close();
    }

    /// Enters several mailboxes together, with so many requests each. All places of one mailbox are taken in one step,
    /// and mailboxes in alphabetical order, so that two batches never wait for each other.
    Stay enter(Map<String, Integer> places) throws InterruptedException {
        var taken = new TreeMap<String, Integer>();
        try {
            for (var place : new TreeMap<>(places).entrySet()) {
                int count = Math.min(LIMIT, place.getValue());
                semaphore(place.getKey()).acquire(count);
                taken.put(place.getKey(), count);
            }
        } catch (InterruptedException interrupted) {
            leave(taken);
            throw interrupted;
        }
        var left = new java.util.concurrent.atomic.AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave(taken);
            }
        };
    }

    private void leave(Map<String, Integer> taken) {
        taken.forEach((mailbox, count) -> semaphore(mailbox).release(count));
    }

    private Semaphore semaphore(String mailbox) {
        return mailboxes.computeIfAbsent(mailbox, name -> new Semaphore(LIMIT, true));
    }

    /// Whose mailbox a Graph path reaches into. The same person by id and by address counts as two: features ask by id.
    static Optional<String> mailboxOf(String connection, List<String> segments) {
        int at = segments.indexOf("users");
        if (at >= 0 && at <= 1 && segments.size() > at + 2 && MAILBOX_PATHS.contains(word(segments.get(at + 2)))) {
            return Optional.of(connection + "/" + segments.get(at + 1).toLowerCase(Locale.ROOT));
        }
        int me = segments.indexOf("me");
        if (me >= 0 && me <= 1 && segments.size() > me + 1 && MAILBOX_PATHS.contains(word(segments.get(me + 1)))) {
            return Optional.of(connection + "/me");
        }
        return Optional.empty();
    }

    private static String word(String segment) {
        int bracket = segment.indexOf('(');
        return bracket < 0 ? segment : segment.substring(0, bracket);
    }
}
