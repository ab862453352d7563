import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The `--name value` pairs that the tools of this folder are started with.
record Arguments(Map<String, String> values) {
    static Arguments of(String[] args) {
        var values = new HashMap<String, String>();
        for (int at = 0; at + 1 < args.length; at += 2) {
            if (!args[at].startsWith("--")) {
                throw new IllegalArgumentException("expected an option, not " + args[at]);
            }
            values.put(args[at].substring(2), args[at + 1]);
        }
        return new Arguments(values);
    }

    String text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    Path path(String name) {
        return Path.of(text(name)).toAbsolutePath();
    }

    Optional<Path> optional(String name) {
        return Optional.ofNullable(values.get(name)).map(Path::of).map(Path::toAbsolutePath);
    }
}
