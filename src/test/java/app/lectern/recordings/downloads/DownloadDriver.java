package app.lectern.recordings.downloads;

import app.lectern.ChildJvm;
import app.lectern.demo.http.Delivery;
import app.lectern.graph.About;
import app.lectern.graph.Fetched;
import app.lectern.jobs.Progress;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/// Kills a downloading process at random moments, lets another one go on, and counts what came twice.
/// `kill FOLDER KILLS SEED`; the child is `fetch FOLDER ADDRESS SIZE HASH CERTIFICATE BYTES_PER_SECOND`.
public final class DownloadDriver {
    private static final long SIZE = 64L << 20;
    private static final long PER_CONNECTION = 8L << 20;
    private static final int WRITTEN_AHEAD = 128 * 1024;
    private static final long SLOW = 8L << 20;
    private static final long SENT_TO_SLOW = 24L << 20;

    private DownloadDriver() {}

    public static void main(String... args) throws Exception {
        if (args[0].equals("fetch")) {
            fetch(args);
            return;
        }
        var sum = kill(Path.of(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3]));
        System.out.println(sum);
        if (!sum.passed()) {
            System.exit(1);
        }
    }

    /// What so many kills came to.
    record Sum(int kills, int right, int finishedBefore, long mostTwice) {
        boolean passed() {
            return right == kills && mostTwice <= 8L << 20;
        }

        @Override
        public String toString() {
            return "%d kills: %d files right, %d were complete before the kill, at most %.2f MiB fetched twice"
                    .formatted(kills, right, finishedBefore, mostTwice / 1048576.0);
        }
    }

    static Sum kill(Path folder, int kills, long seed) throws Exception {
        var random = new Random(seed);
        int right = 0;
        int before = 0;
        long most = 0;
        try (var origin = origin()) {
            for (int kill = 0; kill < kills; kill++) {
                var place = Files.createDirectories(folder.resolve("kill-" + kill));
                origin.sent.set(0);
                if (!killed(origin, place, random.nextInt(2_100))) {
                    before++;
                }
                long twice = 0;
                if (!Files.exists(place.resolve("lesson.mp4"))) {
                    child(origin, place, 0).waitFor();
                    twice = origin.sent.get() - SIZE;
                }
                most = Math.max(most, twice);
                right += isRight(origin, place) ? 1 : 0;
                delete(place);
            }
        }
        return new Sum(kills, right, before, most);
    }

    private static Origin origin() {
        var origin = new Origin(SIZE);
        origin.writeAhead(WRITTEN_AHEAD);
        origin.script = (number, reply) -> reply.delivered(Delivery.PROMPT.at(PER_CONNECTION));
        return origin;
    }

    /// What comes twice at the worst: the process takes less than the origin sends, so that all that can be on its way is when it
    /// is killed. Empty when the file was not right afterwards.
    static OptionalLong killSlow(Path place) throws Exception {
        try (var origin = origin()) {
            var slow = child(origin, place, SLOW);
            for (int look = 0; look < 3_000 && slow.isAlive() && origin.sent.get() < SENT_TO_SLOW; look++) {
                Thread.sleep(20);
            }
            slow.destroyForcibly().waitFor();
            Thread.sleep(100);
            child(origin, place, 0).waitFor();
            return isRight(origin, place) ? OptionalLong.of(origin.sent.get() - SIZE) : OptionalLong.empty();
        }
    }

    private static boolean killed(Origin origin, Path place, int afterMillis) throws Exception {
        var child = child(origin, place, 0);
        try (var said = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            said.readLine();
            Thread.sleep(afterMillis);
            child.destroyForcibly();
            child.waitFor();
        }
        // let the connections of the dead run dry
        Thread.sleep(100);
        return !Files.exists(place.resolve("lesson.mp4"));
    }

    private static Process child(Origin origin, Path place, long bytesPerSecond) throws IOException {
        var certificate = place.resolve("ca.pem");
        Files.writeString(certificate, origin.certificate.authorityPem());
        var command = ChildJvm.command(List.of(), DownloadDriver.class.getName(), "fetch", place.toString(), origin.link().toString(),
                Long.toString(SIZE), origin.reportedHash, certificate.toString(), Long.toString(bytesPerSecond));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static boolean isRight(Origin origin, Path place) throws IOException {
        var file = place.resolve("lesson.mp4");
        if (!Files.exists(file) || Files.size(file) != SIZE) {
            return false;
        }
        var buffer = new byte[1 << 20];
        var expected = new byte[1 << 20];
        var content = Origin.content(SIZE, 42);
        try (var in = Files.newInputStream(file)) {
            for (long at = 0; at < SIZE; at += buffer.length) {
                in.readNBytes(buffer, 0, buffer.length);
                content.read(at, expected, 0, expected.length);
                if (!java.util.Arrays.equals(buffer, expected)) {
                    return false;
                }
            }
        }
        try (var all = Files.list(place)) {
            return all.noneMatch(left -> left.toString().contains(".part"));
        }
    }

    private static void delete(Path place) throws IOException {
        try (var all = Files.list(place)) {
            for (var file : all.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(place);
    }

    private static void fetch(String... args) throws Exception {
        var authority = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(Files.readAllBytes(Path.of(args[5]))));
        var session = Origin.session(authority);
        var source = new FileSource() {
            @Override
            public Location locate() {
                return new Location(URI.create(args[2]), Long.parseLong(args[3]), "1", args[4]);
            }

            @Override
            public Fetched fetch(URI address, long from, long until, String tag, Duration patience) {
                return session.downloads().range(About.of("Test"), address, from, until, tag, patience);
            }

            @Override
            public RuntimeException raised(IOException broken) {
                return session.downloads().raised(broken, About.of("Test"));
            }
        };
        System.out.println("begins");
        var download = new FileDownload("drive/lesson", Path.of(args[1]), "lesson.mp4", Long.parseLong(args[3]), source, new Lanes(Limits.POLITE.bandwidth(Long.parseLong(args[6]))));
        System.out.println(download.run(Progress.NONE).sha256());
        session.close();
    }
}
