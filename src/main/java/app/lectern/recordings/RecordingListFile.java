package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.recordings.downloads.LocalFile;
import app.lectern.tables.Sheet;
import app.lectern.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/// The library, or what a filter leaves of it, as a CSV file.
public final class RecordingListFile {
    private static final int PART = 500;

    private final RecordingList list;
    private final Words words;

    public RecordingListFile(RecordingList list, Words words) {
        this.list = list;
        this.words = words;
    }

    /// Returns how many were written.
    public int write(Integration in, RecordingList.Listed listed, Path file) {
        var text = new StringBuilder("\uFEFF");
        line(text, List.of(words.text("recordings.column.title"), words.text("recordings.column.meeting"), words.text("recordings.column.organiser"),
                words.text("recordings.column.date"), words.text("recordings.column.length"), words.text("recordings.column.size"),
                words.text("recordings.column.kind"), words.text("recordings.column.place"), words.text("recordings.column.downloads"),
                words.text("recordings.column.downloaded"), words.text("recordings.column.local"), words.text("recordings.local-copy"),
                words.text("recordings.id.web"), words.text("recordings.id.drive"), words.text("recordings.id.item"), words.text("recordings.id.graph"), "quickXorHash"));
        int written = 0;
        for (int from = 0; from < listed.count(); from += PART) {
            for (var one : list.read(listed.part(from, PART))) {
                line(text, cells(one));
                written++;
            }
        }
        if (in.isSimulated()) {
            line(text, List.of(words.text("recordings.export.simulated")));
        }
        try {
            LocalFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException refused) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(refused);
        }
        return written;
    }

    private List<String> cells(Recording one) {
        return List.of(one.title(), one.meetingTitle(), one.organiser(), at(one.recordedAt()), one.length().map(length -> Long.toString(length.toSeconds())).orElse(""),
                one.size().isPresent() ? Long.toString(one.size().getAsLong()) : "", words.of(one.kind()), words.of(one.place()), Integer.toString(one.downloads()),
                one.downloadedAt().map(this::at).orElse(""), words.of(one.local()), one.localPath(), one.webUrl(), one.driveId(), one.itemId(), one.graphId(),
                one.hash());
    }

    private String at(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(words.zone()).withNano(0));
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(cell -> '"' + Sheet.defused(cell).replace("\"", "\"\"") + '"').collect(Collectors.joining(","))).append("\r\n");
    }
}
