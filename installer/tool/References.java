import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What the code of one method refers to: classes it names, classes it makes, methods it calls or hands on as lambdas.
record References(Consumer<String> mention, Consumer<String> make, BiConsumer<String, Reachability.Signature> invoke) {

    void of(CodeModel code) {
        for (var element : code) {
            switch (element) {
                case Instruction instruction -> of(instruction);
                case ExceptionCatch caught -> caught.catchType().ifPresent(this::type);
                default -> { }
            }
        }
    }

    private void of(Instruction instruction) {
        switch (instruction) {
            case InvokeInstruction call -> call(call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue());
            case NewObjectInstruction created -> make.accept(created.className().asInternalName());
            case FieldInstruction field -> {
                type(field.owner());
                types(field.type().stringValue()).forEach(mention);
            }
            case TypeCheckInstruction check -> type(check.type());
            case NewReferenceArrayInstruction array -> type(array.componentType());
            case NewMultiArrayInstruction array -> type(array.arrayType());
            case LoadConstantInstruction constant -> constant(constant.constantEntry());
            case InvokeDynamicInstruction dynamic -> {
                types(dynamic.type().stringValue()).forEach(mention);
                dynamic.invokedynamic().bootstrap().arguments().forEach(this::constant);
            }
            default -> { }
        }
    }

    private void constant(LoadableConstantEntry constant) {
        switch (constant) {
            case ClassEntry type -> type(type);
            case MethodTypeEntry type -> types(type.descriptor().stringValue()).forEach(mention);
            case MethodHandleEntry handle -> handle(handle);
            default -> { }
        }
    }

    private void handle(MethodHandleEntry handle) {
        var member = handle.reference();
        var owner = member.owner().asInternalName();
        if (!member.type().stringValue().startsWith("(")) {
            mention.accept(owner);
            return;
        }
        if (member.name().equalsString("<init>")) {
            make.accept(owner);
        }
        call(owner, member.name().stringValue(), member.type().stringValue());
    }

    private void call(String owner, String name, String descriptor) {
        invoke.accept(owner, new Reachability.Signature(name, descriptor));
    }

    private void type(ClassEntry type) {
        mention.accept(type.asInternalName());
    }

    /// The classes that a descriptor names.
    static List<String> types(String descriptor) {
        var found = new ArrayList<String>();
        for (int at = descriptor.indexOf('L'); at >= 0; ) {
            int end = descriptor.indexOf(';', at);
            found.add(descriptor.substring(at + 1, end));
            at = descriptor.indexOf('L', end);
        }
        return found;
    }

    /// `[Lcom/x/Y;` is about `com/x/Y`.
    static String element(String type) {
        return type.startsWith("[") ? types(type).stream().findFirst().orElse(type) : type;
    }
}
