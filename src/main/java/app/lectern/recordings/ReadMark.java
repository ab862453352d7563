package app.lectern.recordings;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// When an organiser was read last, and whether nobody allowed to read transcripts then.
record ReadMark(Instant at, boolean transcriptsOff) {
    private static final String OFF = " transcripts off";

    String written() {
        return at + (transcriptsOff ? OFF : "");
    }

    static Optional<ReadMark> read(String written) {
        boolean off = written.endsWith(OFF);
        try {
            return Optional.of(new ReadMark(Instant.parse(off ? written.substring(0, written.length() - OFF.length()) : written), off));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
