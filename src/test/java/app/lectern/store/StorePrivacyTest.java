package app.lectern.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.vault.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.h2.engine.SysProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorePrivacyTest {
    private static final String CANARY = "CANARY-7f31-never-in-plain-text";

    @TempDir
    Path folder;

    private StoreFixture fixture;

    @BeforeEach
    void newHome() {
        fixture = new StoreFixture(folder);
    }

    private void writeCanary(Store store) {
        new SecretStore(store, fixture.vault, StoreFixture.CLOCK).put("slot", Secret.of(CANARY));
        StoreDriver.makeTable(store);
        store.change(handle -> handle.execute("INSERT INTO numbers (n, filling) VALUES (1, ?)", CANARY));
        try {
            store.change(handle -> handle.execute("INSERT INTO numbers (n, filling) VALUES (1, ?)", CANARY));
        } catch (RuntimeException twice) {
            // an error with the value in its message must not leave a trace file either
        }
    }

    @Test
    void noFileOfTheFolderEverHoldsASecretInPlainText() throws IOException {
        try (var store = fixture.open(StoreFixture.real().upTo(1))) {
            writeCanary(store);
            store.backup();
            assertNoCanary();
        }
        assertNoCanary();
        fixture.open(fixture.then("CREATE TABLE more (id INT);")).close();
        assertNoCanary();
    }

    private void assertNoCanary() throws IOException {
        var key = new String(fixture.vault.storePassword());
        try (var files = Files.walk(fixture.home.folder())) {
            var all = files.filter(Files::isRegularFile).toList();
            assertThat(all).contains(fixture.path());
            for (var file : all) {
                var bytes = Files.readAllBytes(file);
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).as(file.toString()).doesNotContain("CANARY-").doesNotContain(key);
                assertThat(new String(bytes, StandardCharsets.UTF_16BE)).as(file.toString()).doesNotContain("CANARY-");
            }
        }
    }

    @Test
    void everyFileAndFolderIsItsOwnersOnly() throws IOException {
        try (var store = fixture.open(StoreFixture.real().upTo(1))) {
            writeCanary(store);
            store.backup();
            assertOwnerOnly();
        }
        fixture.open(fixture.then("CREATE TABLE more (id INT);")).close();
        assertOwnerOnly();
    }

    private void assertOwnerOnly() throws IOException {
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(Files.getOwner(fixture.path())).isEqualTo(Files.getOwner(fixture.home.folder()));
            return;
        }
        try (var files = Files.walk(fixture.home.folder())) {
            assertThat(files).allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws IOException {
        assertThat(SysProperties.BIND_ADDRESS).isEqualTo("127.0.0.1");
        try (var _ = fixture.open()) {
            var note = new Properties();
            try (var in = Files.newInputStream(StoreFile.of(fixture.home).lockNote())) {
                note.load(in);
            }
            int port = Integer.parseInt(note.getProperty("server").replaceAll(".*:", ""));
            assertThat(answers(InetAddress.getLoopbackAddress(), port)).isTrue();
            for (var network : NetworkInterface.networkInterfaces().toList()) {
                for (var address : network.inetAddresses().filter(one -> !one.isLoopbackAddress()).toList()) {
                    assertThat(answers(address, port)).as(address.toString()).isFalse();
                }
            }
        }
    }

    private static boolean answers(InetAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
            return true;
        } catch (ConnectException refused) {
            return false;
        }
    }

    @Test
    void bindsToLoopbackEvenWhenNoJvmOptionSaysSo() throws IOException {
        try (var child = StoreChild.start(fixture.home, "hold")) {
            child.expect("ready");
            assertThat(child.ask("bind")).isEqualTo("127.0.0.1");
            assertThat(Files.readString(StoreFile.of(fixture.home).lockNote())).containsPattern("server=(localhost|127\\.0\\.0\\.1)");
        }
    }

    @Test
    void saysNothingOfItsPasswords() {
        try (var store = fixture.open()) {
            var password = new String(fixture.vault.storePassword());
            var user = new String(fixture.vault.storeUserPassword());
            assertThat(store.toString() + fixture.vault + StoreFile.of(fixture.home).shared(fixture.vault))
                    .doesNotContain(password).doesNotContain(user);
        }
    }
}
