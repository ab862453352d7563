import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/// Writes what was reached: kept classes without the methods that nothing calls, and the resources as they were. Line numbers
/// stay, for the sake of stack traces.
final class ShrunkJar {
    private final ClassSource whole;
    private final Reachability reached;

    ShrunkJar(ClassSource whole, Reachability reached) {
        this.whole = whole;
        this.reached = reached;
    }

    /// Returns how many classes were written.
    int write(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        var names = new TreeSet<>(reached.classes());
        try (var jar = new StoredJar(target)) {
            for (var resource : whole.resources().entrySet()) {
                if (!resource.getKey().startsWith("META-INF/maven/")) {
                    jar.add(resource.getKey(), ClassSource.bytes(resource.getValue()));
                }
            }
            for (var name : names) {
                jar.add(name + ".class", shrunk(name));
            }
        }
        return names.size();
    }

    private byte[] shrunk(String name) {
        var methods = reached.methods(name);
        return ClassFile.of().transformClass(whole.read(name), ClassTransform.dropping(element ->
                element instanceof MethodModel method && !methods.contains(
                        new Reachability.Signature(method.methodName().stringValue(), method.methodType().stringValue()))));
    }
}
