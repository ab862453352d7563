package app.lectern.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// What a call to Graph is about: its purpose for the call log, and the facts that a problem would name.
public record About(String purpose, Map<String, String> facts, Consumer<? super Waiting> watcher) {
    static final About SIGN_IN = About.of("");

    public About {
        facts = Map.copyOf(facts);
    }

    /// @param purpose as the activity log shows it, such as `Accounts: check`
    public static About of(String purpose) {
        return new About(purpose, Map.of(), waiting -> {});
    }

    public About account(String account) {
        return with("account", account);
    }

    /// The thing by its own name: a meeting's subject, a file's name.
    public About item(String item) {
        return with("item", item);
    }

    /// The permission that the call needs, in Graph's spelling.
    public About permission(String permission) {
        return with("permission", permission);
    }

    /// Told before each pause, on the thread that makes the call.
    public About watchedBy(Consumer<? super Waiting> told) {
        return new About(purpose, facts, told);
    }

    public About with(String fact, String value) {
        var more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new About(purpose, more, watcher);
    }

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }
}
