import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which classes and methods of the SDK can be reached from the code around it.
///
/// The walk is generous where Java is dynamic: a method is called on every class that is ever made as soon as a method of that
/// name and descriptor is called on any; a class that is named anywhere in a reached method is kept; what overrides a method
/// of a class outside the SDK counts as called; so do static initialisers and the `values` of enums, which `java.lang.Enum`
/// finds by reflection. Fields stay, methods that nothing calls go.
final class Reachability {
    /// A method by name and descriptor, whoever declares it.
    record Signature(String name, String descriptor) {}

    private static final Set<String> ALWAYS = Set.of("<clinit>", "values", "valueOf");

    private final ClassSource sdk;
    private final ClassSource outside;
    private final Map<String, Map<Signature, MethodModel>> kept = new HashMap<>();
    private final Map<String, ClassModel> models = new HashMap<>();
    private final Map<String, Set<Signature>> reached = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Set<Signature> called = new HashSet<>();
    private final Map<Signature, List<String>> declaredBy = new HashMap<>();
    private final Set<String> outsideSeen = new HashSet<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    Reachability(ClassSource sdk, ClassSource outside) {
        this.sdk = sdk;
        this.outside = outside;
    }

    /// A class that is not shrunk itself: all that its constant pool names is reached, whether it is called or not.
    void fromOutside(ClassModel model) {
        for (var entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry type -> mention(type.asInternalName());
                case MemberRefEntry member -> member(member);
                // the method that a lambda implements is called by whoever receives the lambda
                case NameAndTypeEntry name when name.type().stringValue().startsWith("(") ->
                        call(new Signature(name.name().stringValue(), name.type().stringValue()));
                case MethodTypeEntry type -> References.types(type.descriptor().stringValue()).forEach(this::mention);
                default -> { }
            }
        }
    }

    private void member(MemberRefEntry member) {
        var owner = member.owner().asInternalName();
        var descriptor = member.type().stringValue();
        if (descriptor.startsWith("(")) {
            invoke(owner, new Signature(member.name().stringValue(), descriptor));
        } else {
            References.types(descriptor).forEach(this::mention);
        }
        // a class that something outside names a constructor of is made there
        if (member.name().equalsString("<init>")) {
            make(owner);
        }
    }

    void walk() {
        while (!waiting.isEmpty()) {
            waiting.pop().run();
        }
    }

    Set<String> classes() {
        return kept.keySet();
    }

    boolean keeps(String type) {
        return kept.containsKey(type);
    }

    boolean inSdk(String type) {
        return sdk.has(type);
    }

    Set<Signature> methods(String type) {
        return reached.getOrDefault(type, Set.of());
    }

    /// Whether a call that names this class would find the method, here or further up.
    boolean finds(String type, Signature method) {
        if (!sdk.has(type)) {
            return true;
        }
        if (!kept.containsKey(type)) {
            return false;
        }
        if (methods(type).contains(method)) {
            return true;
        }
        return !kept.get(type).containsKey(method) && parents(type).stream().anyMatch(parent -> finds(parent, method));
    }

    private void mention(String type) {
        var name = References.element(type);
        if (!sdk.has(name) || kept.containsKey(name)) {
            return;
        }
        var model = sdk.read(name);
        var methods = new HashMap<Signature, MethodModel>();
        model.methods().forEach(method -> methods.put(signature(method), method));
        models.put(name, model);
        kept.put(name, methods);
        parents(name).forEach(parent -> waiting.push(() -> parent(parent)));
        methods.keySet().stream().filter(method -> ALWAYS.contains(method.name()))
                .forEach(method -> waiting.push(() -> reach(name, method)));
    }

    private void parent(String type) {
        mention(type);
        if (!sdk.has(type)) {
            callableFromOutside(type);
        }
    }

    private void make(String type) {
        if (!sdk.has(type) || !made.add(type)) {
            return;
        }
        mention(type);
        kept.get(type).forEach((signature, method) -> {
            if (!method.flags().has(AccessFlag.STATIC) && !signature.name().equals("<init>")) {
                declaredBy.computeIfAbsent(signature, none -> new ArrayList<>()).add(type);
                if (called.contains(signature)) {
                    waiting.push(() -> reach(type, signature));
                }
            }
        });
        parents(type).forEach(parent -> waiting.push(() -> make(parent)));
    }

    private void call(Signature signature) {
        if (called.add(signature)) {
            declaredBy.getOrDefault(signature, List.of()).forEach(type -> waiting.push(() -> reach(type, signature)));
        }
    }

    private void invoke(String owner, Signature signature) {
        call(signature);
        var type = References.element(owner);
        mention(type);
        References.types(signature.descriptor()).forEach(this::mention);
        if (sdk.has(type)) {
            waiting.push(() -> reachUpwards(type, signature));
        }
    }

    /// Static, private and constructor calls, and virtual ones of classes that are made elsewhere.
    private void reachUpwards(String type, Signature signature) {
        if (!sdk.has(type)) {
            return;
        }
        mention(type);
        if (kept.get(type).containsKey(signature)) {
            reach(type, signature);
        } else {
            parents(type).forEach(parent -> reachUpwards(parent, signature));
        }
    }

    private void reach(String type, Signature signature) {
        if (!reached.computeIfAbsent(type, none -> new HashSet<>()).add(signature)) {
            return;
        }
        References.types(signature.descriptor()).forEach(this::mention);
        kept.get(type).get(signature).code().ifPresent(code -> new References(this::mention, this::make, this::invoke).of(code));
    }

    /// Nobody can see who calls these: the JDK, Kiota's core or a library might.
    private void callableFromOutside(String type) {
        if (!outsideSeen.add(type)) {
            return;
        }
        var model = outside.has(type) ? outside.read(type) : platform(type);
        model.methods().forEach(method -> call(signature(method)));
        model.superclass().ifPresent(parent -> callableFromOutside(parent.asInternalName()));
        model.interfaces().forEach(parent -> callableFromOutside(parent.asInternalName()));
    }

    private static ClassModel platform(String type) {
        try (var in = ClassLoader.getPlatformClassLoader().getResourceAsStream(type + ".class")) {
            if (in == null) {
                throw new IllegalStateException(type + " is a parent of a class of the SDK and neither in the JDK nor among the libraries");
            }
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private List<String> parents(String type) {
        var model = models.get(type);
        var parents = new ArrayList<String>();
        model.superclass().ifPresent(parent -> parents.add(parent.asInternalName()));
        model.interfaces().forEach(parent -> parents.add(parent.asInternalName()));
        return parents;
    }

    private static Signature signature(MethodModel method) {
        return new Signature(method.methodName().stringValue(), method.methodType().stringValue());
    }
}
