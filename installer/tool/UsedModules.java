import java.io.IOException;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which of the JDK's modules the jars refer to, and by how many classes of which jars: `jdeps` stops at jars that declare a
/// module and lie on the class path nevertheless.
record UsedModules(TreeMap<String, TreeSet<String>> byModule) {

    java.util.Set<String> names() {
        return byModule.keySet();
    }

    static UsedModules of(List<Path> jars) throws IOException {
        var owners = owners();
        var used = new TreeMap<String, TreeSet<String>>();
        for (var jar : jars) {
            try (var source = ClassSource.open(jar)) {
                for (var name : source.names()) {
                    for (var entry : source.read(name).constantPool()) {
                        if (entry instanceof ClassEntry type) {
                            var module = owners.get(packageOf(References.element(type.asInternalName())));
                            if (module != null) {
                                used.computeIfAbsent(module, none -> new TreeSet<>()).add(jar.getFileName().toString());
                            }
                        }
                    }
                }
            }
        }
        return new UsedModules(used);
    }

    private static String packageOf(String type) {
        return type.contains("/") ? type.substring(0, type.lastIndexOf('/')).replace('/', '.') : "";
    }

    private static Map<String, String> owners() {
        var owners = new HashMap<String, String>();
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            ModuleDescriptor about = module.descriptor();
            about.exports().stream().filter(exports -> !exports.isQualified()).forEach(exports -> owners.put(exports.source(), about.name()));
        }
        return owners;
    }

}
