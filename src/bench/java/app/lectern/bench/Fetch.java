package app.lectern.bench;

import app.lectern.graph.About;
import app.lectern.graph.CallLog;
import app.lectern.graph.Cloud;
import app.lectern.graph.Connection;
import app.lectern.graph.Credential;
import app.lectern.graph.Fetched;
import app.lectern.graph.GraphParts;
import app.lectern.graph.GraphSession;
import app.lectern.graph.GraphSessions;
import app.lectern.graph.HttpOptions;
import app.lectern.graph.TokenCacheStore;
import app.lectern.jobs.Progress;
import app.lectern.recordings.downloads.DownloadResult;
import app.lectern.recordings.downloads.FileDownload;
import app.lectern.recordings.downloads.FileSource;
import app.lectern.recordings.downloads.Lanes;
import app.lectern.recordings.downloads.Limits;
import app.lectern.vault.Secret;
import app.lectern.words.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The download engine alone, as the product runs it, hashes included, on an address that needs no tenant.
/// Usage: `Fetch FOLDER FILES_AT_ONCE CONNECTIONS_PER_FILE CONNECTIONS_IN_ALL SIZE ADDRESS…`; prints
/// `seconds idleKiB peakKiB`, the memory as the system counts it.
public final class Fetch {
    private Fetch() {}

    public static void main(String... args) throws Exception {
        var folder = Path.of(args[0]);
        var limits = new Limits(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]), 0, Duration.ofSeconds(20));
        long size = Long.parseLong(args[4]);
        var session = session();
        // classes are loaded and connections opened as in a program that runs already
        warm(folder, args[5], session);
        long idle = memory("VmRSS");
        var lanes = new Lanes(limits);
        long started = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<DownloadResult>>();
            for (int at = 5; at < args.length; at++) {
                var address = URI.create(args[at]);
                var name = Path.of(address.getPath()).getFileName().toString();
                running.add(threads.submit(() -> new FileDownload(name, folder, name, size, new Plain(address, size, session), lanes).run(Progress.NONE)));
            }
            for (var each : running) {
                each.get();
            }
        }
        System.out.printf(Locale.ROOT, "%.2f %d %d%n", (System.nanoTime() - started) / 1e9, idle, memory("VmHWM"));
        session.close();
    }

    private static void warm(Path folder, String address, GraphSession session) throws Exception {
        var source = new Plain(URI.create(address), 1 << 20, session) {
            @Override
            public Fetched fetch(URI at, long from, long until, String tag, Duration patience) {
                return switch (super.fetch(at, from, until, tag, patience)) {
                    case Fetched.Part part -> new Fetched.Part(part.bytes(), part.from(), 1 << 20, part.etag(), part.cutting(), part.end());
                    case Fetched other -> other;
                };
            }
        };
        var result = new FileDownload("warm", folder, "warm", 1 << 20, source, new Lanes(Limits.POLITE)).run(Progress.NONE);
        Files.delete(result.file());
    }

    private static GraphSession session() {
        var parts = GraphParts.standard(CallLog.NONE, TokenCacheStore.inMemory(), Clock.systemUTC(), new Words(Locale.UK, ZoneOffset.UTC, Clock.systemUTC()));
        var nobody = new Connection("bench", Cloud.custom("https://localhost:1/", "https://localhost:1/v1.0"), "tenant", "client",
                new Credential.ClientSecret(Secret.of("never asked for")));
        return new GraphSessions(parts).trial(nobody, HttpOptions.direct());
    }

    private static long memory(String field) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith(field + ":")) {
                return Long.parseLong(line.replaceAll("\\D+", ""));
            }
        }
        return 0;
    }

    private static class Plain implements FileSource {
        private final URI address;
        private final long size;
        private final GraphSession session;

        Plain(URI address, long size, GraphSession session) {
            this.address = address;
            this.size = size;
            this.session = session;
        }

        @Override
        public Location locate() {
            return new Location(address, size, "1", "");
        }

        @Override
        public Fetched fetch(URI at, long from, long until, String tag, Duration patience) {
            return session.downloads().range(About.of("Bench"), at, from, until, tag, patience);
        }

        @Override
        public RuntimeException raised(IOException broken) {
            return session.downloads().raised(broken, About.of("Bench"));
        }
    }
}
