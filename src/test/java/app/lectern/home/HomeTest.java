package app.lectern.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path folder;

    @Test
    void theOptionWinsOverTheEnvironmentAndThatOverThePlatform() {
        var user = Path.of("/home/ada");
        assertThat(Home.locate(Optional.of(folder), Map.of("LECTERN_HOME", "/other"), "Linux", user).folder()).isEqualTo(folder);
        assertThat(Home.locate(Optional.empty(), Map.of("LECTERN_HOME", "/other"), "Linux", user).folder()).isEqualTo(Path.of("/other"));
        assertThat(Home.locate(Optional.empty(), Map.of(), "Linux", user).folder()).isEqualTo(Path.of("/home/ada/.local/share/lectern"));
        assertThat(Home.locate(Optional.empty(), Map.of("XDG_DATA_HOME", "/data"), "Linux", user).folder()).isEqualTo(Path.of("/data/lectern"));
        assertThat(Home.locate(Optional.empty(), Map.of(), "Mac OS X", user).folder()).isEqualTo(Path.of("/home/ada/Library/Application Support/Lectern"));
        assertThat(Home.locate(Optional.empty(), Map.of("LOCALAPPDATA", "/local"), "Windows 11", user).folder()).isEqualTo(Path.of("/local/Lectern"));
    }

    @Test
    void theFolderIsReadableByItsOwnerOnly() throws Exception {
        var home = new Home(folder.resolve("new/one")).prepare();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder()))).isEqualTo("rwx------");
    }

    @Test
    void aPlaceThatCannotBeAFolderIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> new Home(file.resolve("home")).prepare())
                .isInstanceOfSatisfying(ProblemException.class, failure -> {
                    assertThat(failure.problem().code()).isEqualTo(Problem.Code.FOLDER_UNUSABLE);
                    assertThat(failure.problem().facts()).containsEntry("path", file.resolve("home").toString());
                });
    }

    @Test
    void aNewFileIsWrittenOnceHoweverManyTry() throws Exception {
        var file = folder.resolve("key");
        assertThat(OwnerOnly.writeNew(file, new byte[] {1})).isTrue();
        assertThat(OwnerOnly.writeNew(file, new byte[] {2})).isFalse();
        assertThat(file).hasBinaryContent(new byte[] {1});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
