import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The test classes that use something of the SDK which the program does not, themselves or by way of another test class.
final class TestsBeyond {
    private final ClassSource tests;
    private final Reachability reached;
    private final Map<String, Set<String>> usedBy = new HashMap<>();
    private final Set<String> beyond = new HashSet<>();

    TestsBeyond(ClassSource tests, Reachability reached) {
        this.tests = tests;
        this.reached = reached;
    }

    Set<String> names() {
        tests.names().forEach(this::look);
        var outer = new HashSet<String>();
        beyond.forEach(name -> outer.add(name.replaceAll("\\$.*", "")));
        return outer;
    }

    private void look(String test) {
        for (var entry : tests.read(test).constantPool()) {
            switch (entry) {
                case MemberRefEntry member when isMissing(member) -> spread(test);
                case ClassEntry type when isMissing(type.asInternalName()) -> spread(test);
                case ClassEntry type when tests.has(type.asInternalName()) -> uses(test, type.asInternalName());
                default -> { }
            }
        }
    }

    private void uses(String test, String other) {
        usedBy.computeIfAbsent(other, none -> new HashSet<>()).add(test);
        if (beyond.contains(other)) {
            spread(test);
        }
    }

    private void spread(String test) {
        if (beyond.add(test)) {
            usedBy.getOrDefault(test, Set.of()).forEach(this::spread);
        }
    }

    private boolean isMissing(String type) {
        var name = References.element(type);
        return reached.inSdk(name) && !reached.keeps(name);
    }

    private boolean isMissing(MemberRefEntry member) {
        var owner = member.owner().asInternalName();
        return member.type().stringValue().startsWith("(") && reached.inSdk(owner)
                && !reached.finds(owner, new Reachability.Signature(member.name().stringValue(), member.type().stringValue()));
    }
}
