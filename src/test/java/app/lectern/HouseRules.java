package app.lectern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;

/// Conditions that ArchUnit does not bring along.
final class HouseRules {
    private static final Pattern MOUSE = Pattern.compile("setOnMouse(Clicked|Pressed|Released|Dragged)");

    private HouseRules() {}

    static ArchCondition<JavaClass> notOfferAnInstanceOfThemselves() {
        return new ArchCondition<>("not have a getInstance method") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.STATIC) && method.getName().equals("getInstance"))
                        .forEach(method -> events.add(SimpleConditionEvent.violated(type, method.getFullName())));
            }
        };
    }

    /// Records and enums are values and may be made anywhere; a class with behaviour is a service.
    static ArchCondition<JavaClass> beConstructedOnlyByWiringOrTheirOwnRoom() {
        return new ArchCondition<>("be constructed only in Wiring or inside their own room") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.isRecord() || type.isEnum() || type.isInterface()) {
                    return;
                }
                type.getConstructorCallsToSelf().stream()
                        .filter(call -> !isWiring(call.getOriginOwner()) && !room(call.getOriginOwner()).equals(room(type)))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
            }
        };
    }

    /// Somebody without a mouse must be able to do the same: the class answers keys too, or one of these does it for it.
    static ArchCondition<JavaClass> answerKeysAsWell(Set<String> answeredElsewhere) {
        return new ArchCondition<>("answer keys as well") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean keys = type.getDirectDependenciesFromSelf().stream().anyMatch(each -> each.getTargetClass().getName().startsWith("javafx.scene.input.Key"));
                if (!keys && !answeredElsewhere.contains(type.getSimpleName())) {
                    type.getMethodCallsFromSelf().stream().filter(call -> MOUSE.matcher(call.getName()).matches())
                            .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
                }
            }
        };
    }

    private static boolean isWiring(JavaClass type) {
        return type.getPackageName().equals("app.lectern");
    }

    private static String room(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }
}
