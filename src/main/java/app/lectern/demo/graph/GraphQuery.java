package app.lectern.demo.graph;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The decoded query of a Graph call. System options are found with and without their `$`, as Graph accepts both.
public final class GraphQuery {

    private final Map<String, String> values = new LinkedHashMap<>();

    public GraphQuery(Map<String, String> decoded) {
        values.putAll(decoded);
    }

    public Optional<String> get(String name) {
        var bare = name.startsWith("$") ? name.substring(1) : name;
        return Optional.ofNullable(values.get(name))
                .or(() -> Optional.ofNullable(values.get(name.startsWith("$") ? bare : "$" + bare)))
                .or(() -> values.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(name) || entry.getKey().equalsIgnoreCase("$" + bare))
                        .map(Map.Entry::getValue).findFirst());
    }

    public boolean has(String name) {
        return get(name).isPresent();
    }

    /// The properties of `$select`, empty when everything is wanted.
    public List<String> select() {
        return get("$select").map(text -> Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList())
                .orElse(List.of());
    }

    public Optional<String> filter() {
        return get("$filter").filter(text -> !text.isBlank());
    }

    public Optional<String> expand() {
        return get("$expand").filter(text -> !text.isBlank());
    }

    /// `$top`; anything but a number from 0 up is refused in Graph's words.
    public OptionalInt top() {
        return number("$top");
    }

    public OptionalInt skip() {
        return number("$skip");
    }

    public boolean count() {
        return get("$count").filter("true"::equalsIgnoreCase).isPresent();
    }

    /// All parameters in the order in which they were sent, for links to a next page.
    public Map<String, String> all() {
        return Map.copyOf(values);
    }

    Map<String, String> ordered() {
        return new LinkedHashMap<>(values);
    }

    private OptionalInt number(String name) {
        var text = get(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            var number = Integer.parseInt(text.get().strip());
            if (number >= 0) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException notANumber) {
            // refused below, together with negative numbers
        }
        throw GraphRefusal.badRequest("Invalid value '" + text.get() + "' for " + name
                + " query option found. The " + name + " query option requires a non-negative integer value.");
    }
}
