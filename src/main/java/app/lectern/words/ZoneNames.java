package app.lectern.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Time zones as people, files and Exchange write them: by their usual names ("Europe/Berlin") or by those of Windows
/// ("W. Europe Standard Time"), in any case.
public final class ZoneNames {
    private ZoneNames() {}

    /// Read once, and only when somebody asks.
    private static final class Known {
        static final Map<String, ZoneId> ZONES = read();

        private static Map<String, ZoneId> read() {
            var zones = new TreeMap<String, ZoneId>(String.CASE_INSENSITIVE_ORDER);
            ZoneId.getAvailableZoneIds().forEach(id -> zones.put(id, ZoneId.of(id)));
            try (var file = ZoneNames.class.getResourceAsStream("/app/lectern/words/windows-zones.txt")) {
                new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("=", 2))
                        .forEach(pair -> zones.put(pair[0], ZoneId.of(pair[1])));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return zones;
        }
    }

    public static Optional<ZoneId> find(String name) {
        return Optional.ofNullable(Known.ZONES.get(name.strip()));
    }

    /// The usual name where the zone is known, otherwise as it was written.
    public static String usual(String name) {
        return find(name).map(ZoneId::getId).orElse(name);
    }
}
