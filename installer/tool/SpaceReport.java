import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/// What takes the space in the installed program, largest first.
record SpaceReport(Map<Path, Long> sizes, Path image) {
    private static final int LINES = 20;

    static SpaceReport of(AppImage.Layout layout) {
        var sizes = new LinkedHashMap<Path, Long>();
        for (var file : Folders.all(layout.image())) {
            if (Files.isRegularFile(file)) {
                sizes.put(layout.image().relativize(file), file.toFile().length());
            }
        }
        return new SpaceReport(sizes, layout.image());
    }

    void print() {
        long whole = sizes.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf("Installed: %.1f MB in %d files, the largest of them:%n", megabytes(whole), sizes.size());
        sizes.entrySet().stream().sorted(Map.Entry.<Path, Long>comparingByValue(Comparator.reverseOrder())).limit(LINES)
                .forEach(each -> System.out.printf("  %6.1f MB  %s%n", megabytes(each.getValue()), each.getKey()));
    }

    static double megabytes(long bytes) {
        return bytes / 1e6;
    }
}
