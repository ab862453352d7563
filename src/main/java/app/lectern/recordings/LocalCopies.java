package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.recordings.downloads.LocalFile;
import app.lectern.recordings.downloads.LocalFile.Sums;
import app.lectern.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The copies on this computer: whether they are still what was downloaded.
public final class LocalCopies {
    private final RecordingListStore library;
    private final RecordingsStore rows;
    private final DownloadsStore downloads;

    public LocalCopies(Store store) {
        this.library = new RecordingListStore(store);
        this.rows = new RecordingsStore(store);
        this.downloads = new DownloadsStore(store);
    }

    /// What a copy turned out to be.
    ///
    /// @param found empty where there is no file
    public record Checked(Recording recording, LocalState state, Optional<Sums> found) {
        public boolean isRight() {
            return state == LocalState.VERIFIED || state == LocalState.UNVERIFIED || state == LocalState.ARCHIVED;
        }
    }

    /// All that should be here or in an archive.
    public List<Recording> all(Integration of) {
        var filter = ListFilter.none().states(StateFilter.ON_COMPUTER, StateFilter.ARCHIVED, StateFilter.DAMAGED);
        return library.all(of.id(), filter, ListOrder.NEWEST).stream()
                .filter(one -> !one.localPath().isEmpty()).toList();
    }

    /// Reads every byte of each copy and compares the hashes with those of the download; the library says what was found.
    public List<Checked> verify(List<Recording> copies, Progress progress) throws InterruptedException {
        var all = new ArrayList<Checked>();
        for (var copy : copies) {
            progress.checkpoint();
            progress.detail(copy.title());
            progress.count(all.size(), copies.size());
            var checked = verify(copy, progress);
            if (checked.state() != copy.local()) {
                rows.local(copy.id(), checked.state(), copy.localPath());
            }
            all.add(checked);
        }
        progress.count(all.size(), copies.size());
        return all;
    }

    Checked verify(Recording copy, Progress progress) throws InterruptedException {
        if (copy.localPath().isEmpty() || !Files.isRegularFile(Path.of(copy.localPath()))) {
            return new Checked(copy, copy.localPath().isEmpty() ? copy.local() : LocalState.MISSING, Optional.empty());
        }
        try {
            var sums = LocalFile.sums(Path.of(copy.localPath()), progress);
            var record = downloads.lastDone(copy.id());
            var wanted = record.map(DownloadRecord::quickXor).filter(hash -> !hash.isEmpty()).orElse(copy.hash());
            boolean right = record.map(DownloadRecord::sha256).filter(hash -> !hash.isEmpty()).map(sums.sha256()::equals).orElse(true)
                    && (wanted.isEmpty() || wanted.equals(sums.quickXor()));
            if (!right) {
                return new Checked(copy, LocalState.DAMAGED, Optional.of(sums));
            }
            boolean proven = record.map(DownloadRecord::verified).orElse(false);
            var state = copy.local() == LocalState.ARCHIVED ? LocalState.ARCHIVED : proven ? LocalState.VERIFIED : LocalState.UNVERIFIED;
            return new Checked(copy, state, Optional.of(sums));
        } catch (IOException unreadable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", copy.localPath()).raise(unreadable);
        }
    }
}
