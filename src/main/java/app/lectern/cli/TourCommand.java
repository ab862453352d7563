package app.lectern.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern tour`: photographs every screen on the demo tenant, without a display.
@Command(name = "tour")
public final class TourCommand implements Callable<Integer> {
    /// Makes the pictures. A name of its own, so that the toolkit behind it is loaded only when the tour is taken.
    @FunctionalInterface
    public interface Photographer {
        List<Path> photograph(Path into) throws Exception;
    }

    @Option(names = "--to", paramLabel = "DIR", descriptionKey = "lectern.tour.to", required = true)
    private Path folder;

    private final Photographer photographer;
    private final Output output;

    public TourCommand(Photographer photographer, Output output) {
        this.photographer = photographer;
        this.output = output;
    }

    @Override
    public Integer call() throws Exception {
        var pictures = photographer.photograph(folder);
        if (output.wantsJson()) {
            output.json(Map.of("pictures", pictures.stream().map(Path::toString).toList()));
        } else {
            output.say("tour.done", pictures.size(), folder.toAbsolutePath().normalize());
        }
        return 0;
    }
}
