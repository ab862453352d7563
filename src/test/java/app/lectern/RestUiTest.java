package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.shell.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window that nobody touches draws nothing: a list that asks for its layout again and again costs a laptop its battery.
class RestUiTest {
    @Test
    void everyScreenAndTheTaskListComeToRest(@TempDir Path folder) throws Exception {
        var said = LecternProcess.run("app.lectern.RestChild", folder.resolve("home"), List.of("-Dglass.platform=Headless", "-Dprism.order=sw"),
                folder.resolve("child").toString());
        assertThat(said.out().lines()).as(said.err()).containsExactlyElementsOf(Stream.concat(Stream.of(Place.values()).map(Place::name),
                Stream.of("TASKS", "CLOSED")).map(what -> "rested " + what).toList());
    }
}
