package app.lectern.recordings;

import app.lectern.graph.About;
import app.lectern.graph.Fetched;
import app.lectern.graph.GraphSession;
import app.lectern.problems.Problem;
import app.lectern.recordings.downloads.FileSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// One file of a drive. Its address is asked for anew each time, which checks the permission anew as well.
final class DriveFileGraph implements FileSource {
    private final GraphSession session;
    private final Recording recording;
    private final About about;

    DriveFileGraph(GraphSession session, Recording recording) {
        this.session = session;
        this.recording = recording;
        this.about = About.of("Recordings: download").item(recording.name()).permission("Files.Read.All");
    }

    @Override
    public Location locate() {
        return session.ask(about, client -> {
            var item = client.drives().byDriveId(recording.driveId()).items().byDriveItemId(recording.itemId()).get();
            if (!(item.getAdditionalData().get("@microsoft.graph.downloadUrl") instanceof String address) || item.getSize() == null) {
                throw Problem.of(Problem.Code.ITEM_GONE).with("item", recording.name()).raise();
            }
            var hashes = item.getFile() == null ? null : item.getFile().getHashes();
            var version = item.getCTag() == null ? String.valueOf(item.getETag()) : item.getCTag();
            return new Location(URI.create(address), item.getSize(), version,
                    hashes == null || hashes.getQuickXorHash() == null ? "" : hashes.getQuickXorHash());
        });
    }

    /// The whole of a small text file.
    String text(long largest) throws IOException {
        try (var got = session.downloads().whole(about, locate().address())) {
            if (!(got instanceof Fetched.Whole whole)) {
                throw new IOException("not the whole file");
            }
            return new String(whole.bytes().readNBytes((int) largest), StandardCharsets.UTF_8);
        }
    }

    @Override
    public Fetched fetch(URI address, long from, long until, String tag, Duration patience) {
        return session.downloads().range(about, address, from, until, tag, patience);
    }

    @Override
    public RuntimeException raised(IOException broken) {
        return session.downloads().raised(broken, about);
    }
}
