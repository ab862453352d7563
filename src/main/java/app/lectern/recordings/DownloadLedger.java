package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.recordings.downloads.LocalFile;
import app.lectern.store.Store;
import app.lectern.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Who downloaded what: the records of all downloads, added up by person, recording or month, and as a CSV file.
public final class DownloadLedger {
    private static final int PAGE = 1000;
    private static final List<String> COLUMNS = List.of(
            "recordings.report.column.ended", "recordings.report.column.title", "recordings.report.column.meeting",
            "recordings.report.column.organiser", "recordings.report.column.person", "recordings.report.column.state",
            "recordings.report.column.file", "recordings.report.column.bytes", "recordings.report.column.fetched",
            "recordings.report.column.seconds", "recordings.report.column.speed", "recordings.report.column.verified",
            "recordings.report.column.sha256", "recordings.report.column.quick-xor", "recordings.report.column.problem");

    private final LedgerStore store;
    private final Words words;

    public DownloadLedger(Store store, Words words) {
        this.store = new LedgerStore(store);
        this.words = words;
    }

    public long count(Integration of, LedgerFilter filter) {
        return store.count(of.id(), filter);
    }

    /// The latest first.
    public List<DownloadRecord> page(Integration of, LedgerFilter filter, long from, int most) {
        return store.page(of.id(), filter, from, most);
    }

    /// What became of each download of one recording, the latest first.
    public List<DownloadRecord> of(Integration of, Recording recording) {
        return store.page(of.id(), LedgerFilter.ALL.recording(recording.id()), 0, 200);
    }

    public List<String> people(Integration of) {
        return store.people(of.id());
    }

    public List<LedgerSum> sums(Integration of, LedgerFilter filter, LedgerSum.By by) {
        return store.sums(of.id(), filter, by);
    }

    /// Writes all records that fit; returns how many.
    public long export(Integration of, LedgerFilter filter, Path file) {
        var text = new StringBuilder("\uFEFF");
        text.append(String.join(",", COLUMNS.stream().map(key -> words.text(key)).map(DownloadLedger::cell).toList()));
        text.append("\r\n");
        long written = 0;
        for (var page = page(of, filter, 0, PAGE); !page.isEmpty(); page = page(of, filter, written, PAGE)) {
            page.forEach(record -> line(text, record));
            written += page.size();
        }
        if (of.isSimulated()) {
            text.append(cell(words.text("recordings.report.simulated"))).append("\r\n");
        }
        try {
            LocalFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException refused) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(refused);
        }
        return written;
    }

    private void line(StringBuilder text, DownloadRecord record) {
        var at = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(record.endedAt().orElse(record.askedAt()).atZone(words.zone()).withNano(0));
        var cells = List.of(at, record.title(), record.meetingTitle(), record.organiser(), record.person(), words.of(record.state()),
                record.path().map(Path::toString).orElse(""), Long.toString(record.bytes()), Long.toString(record.fetched()),
                Long.toString(record.took().toSeconds()), Long.toString(record.bytesPerSecond()), words.text(record.verified() ? "recordings.yes" : "recordings.no"),
                record.sha256(), record.quickXor(), record.problem());
        text.append(String.join(",", cells.stream().map(DownloadLedger::cell).toList())).append("\r\n");
    }

    /// A cell that begins like a formula is made text, so that a spreadsheet does not reckon with it.
    private static String cell(String value) {
        var safe = value.isEmpty() || "=+-@\t\r".indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        return safe.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
