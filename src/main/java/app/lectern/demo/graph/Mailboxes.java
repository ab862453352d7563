package app.lectern.demo.graph;

import app.lectern.demo.entra.Accounts;
import app.lectern.demo.entra.DemoAccount;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts the requests that are at work in each mailbox and refuses the fifth. Remembers the highest count for tests.
public final class Mailboxes {

    private static final int LIMIT = 4;

    private final Accounts accounts;
    private final Map<String, Integer> running = new ConcurrentHashMap<>();
    private final Map<String, Integer> highest = new ConcurrentHashMap<>();

    Mailboxes(Accounts accounts) {
        this.accounts = accounts;
    }

    /// The most requests that were ever at once in this mailbox, refused ones included.
    public int highestConcurrency(String idOrName) {
        return highest.getOrDefault(key(idOrName), 0);
    }

    /// The most requests that were ever at once in any mailbox, refused ones included.
    public int highestConcurrency() {
        return highest.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    Visit enter(String idOrName) {
        var key = key(idOrName);
        var count = running.merge(key, 1, Integer::sum);
        highest.merge(key, count, Math::max);
        Visit visit = () -> running.computeIfPresent(key, (same, now) -> now == 1 ? null : now - 1);
        if (count > LIMIT) {
            visit.close();
            throw GraphRefusals.mailboxConcurrency();
        }
        return visit;
    }

    /// A request inside a mailbox; closed when it is answered.
    @FunctionalInterface
    interface Visit extends AutoCloseable {
        @Override
        void close();
    }

    private String key(String idOrName) {
        return accounts.find(idOrName).map(DemoAccount::id).orElseGet(() -> idOrName.toLowerCase(Locale.ROOT));
    }
}
