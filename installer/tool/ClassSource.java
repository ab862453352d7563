import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The class files of one or more jars or folders, by internal name, parsed when asked for.
final class ClassSource implements AutoCloseable {
    private static final String SUFFIX = ".class";

    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Map<String, Path> resources = new LinkedHashMap<>();
    private final List<FileSystem> opened = new ArrayList<>();

    private ClassSource() {}

    static ClassSource open(Path jarOrFolder) throws IOException {
        return open(List.of(jarOrFolder));
    }

    static ClassSource open(List<Path> jarsOrFolders) throws IOException {
        var source = new ClassSource();
        for (var each : jarsOrFolders) {
            source.add(each);
        }
        return source;
    }

    private void add(Path jarOrFolder) throws IOException {
        var root = jarOrFolder;
        if (!Files.isDirectory(jarOrFolder)) {
            var system = FileSystems.newFileSystem(jarOrFolder);
            opened.add(system);
            root = system.getPath("/");
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (var file : (Iterable<Path>) all.filter(Files::isRegularFile).sorted()::iterator) {
                var name = root.relativize(file).toString().replace('\\', '/');
                if (!name.endsWith(SUFFIX)) {
                    resources.putIfAbsent(name, file);
                } else if (!name.startsWith("META-INF/") && !name.endsWith("module-info.class")) {
                    files.putIfAbsent(name.substring(0, name.length() - SUFFIX.length()), file);
                }
            }
        }
    }

    Set<String> names() {
        return files.keySet();
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    ClassModel read(String name) {
        return ClassFile.of().parse(bytes(files.get(name)));
    }

    /// What is no class: manifests, service files, licences.
    Map<String, Path> resources() {
        return resources;
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        for (var each : opened) {
            each.close();
        }
    }
}
