package dev.assay.formats.dex;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jf.dexlib2.AccessFlags;
import org.jf.dexlib2.Opcode;
import org.jf.dexlib2.Opcodes;
import org.jf.dexlib2.builder.MethodImplementationBuilder;
import org.jf.dexlib2.builder.instruction.BuilderInstruction10x;
import org.jf.dexlib2.builder.instruction.BuilderInstruction11n;
import org.jf.dexlib2.builder.instruction.BuilderInstruction12x;
import org.jf.dexlib2.builder.instruction.BuilderInstruction21c;
import org.jf.dexlib2.builder.instruction.BuilderInstruction21t;
import org.jf.dexlib2.builder.instruction.BuilderInstruction35c;
import org.jf.dexlib2.immutable.ImmutableAnnotation;
import org.jf.dexlib2.immutable.ImmutableClassDef;
import org.jf.dexlib2.immutable.ImmutableField;
import org.jf.dexlib2.immutable.ImmutableMethod;
import org.jf.dexlib2.immutable.ImmutableMethodParameter;
import org.jf.dexlib2.immutable.reference.ImmutableMethodReference;
import org.jf.dexlib2.immutable.reference.ImmutableStringReference;
import org.jf.dexlib2.immutable.reference.ImmutableTypeReference;
import org.jf.dexlib2.immutable.value.ImmutableIntEncodedValue;
import org.jf.dexlib2.immutable.value.ImmutableStringEncodedValue;
import org.jf.dexlib2.writer.io.MemoryDataStore;
import org.jf.dexlib2.writer.pool.DexPool;

/** Executables written by dexlib2. */
final class Samples {
  private static final ImmutableMethodReference LOG =
      new ImmutableMethodReference(
          "Ltest/Log;", "log", List.of("Ljava/lang/String;", "I", "Ljava/lang/Class;"), "V");

  private Samples() {}

  /** Class {@code test.Main} whose method {@code run} logs constants before and after a branch. */
  static byte[] program() throws IOException {
    ImmutableMethod run =
        new ImmutableMethod(
            "Ltest/Main;",
            "run",
            List.of(new ImmutableMethodParameter("I", Set.of(), "flag")),
            "V",
            AccessFlags.PUBLIC.getValue() | AccessFlags.STATIC.getValue(),
            Set.of(new ImmutableAnnotation(1, "Ltest/Mark;", Set.of())),
            Set.of(),
            code());
    ImmutableClassDef main =
        new ImmutableClassDef(
            "Ltest/Main;",
            AccessFlags.PUBLIC.getValue(),
            "Ljava/lang/Object;",
            List.of("Ljava/lang/Runnable;"),
            "Main.java",
            Set.of(),
            List.of(
                field("COUNT", "I", new ImmutableIntEncodedValue(-7)),
                field("NAME", "Ljava/lang/String;", new ImmutableStringEncodedValue("käse"))),
            List.of(run));
    MemoryDataStore store = new MemoryDataStore();
    DexPool pool = new DexPool(Opcodes.forApi(28));
    pool.internClass(main);
    pool.writeTo(store);
    return Arrays.copyOf(store.getBuffer(), store.getSize());
  }

  private static org.jf.dexlib2.iface.MethodImplementation code() {
    MethodImplementationBuilder code = new MethodImplementationBuilder(5);
    code.addLineNumber(41);
    code.addInstruction(
        new BuilderInstruction21c(Opcode.CONST_STRING, 0, new ImmutableStringReference("first")));
    code.addInstruction(new BuilderInstruction11n(Opcode.CONST_4, 1, -3));
    code.addInstruction(
        new BuilderInstruction21c(
            Opcode.CONST_CLASS, 2, new ImmutableTypeReference("Ltest/Other;")));
    code.addInstruction(new BuilderInstruction12x(Opcode.MOVE, 3, 1));
    code.addLineNumber(45);
    code.addInstruction(new BuilderInstruction35c(Opcode.INVOKE_STATIC, 3, 0, 3, 2, 0, 0, LOG));
    code.addInstruction(new BuilderInstruction21t(Opcode.IF_EQZ, 4, code.getLabel("end")));
    code.addInstruction(
        new BuilderInstruction21c(Opcode.CONST_STRING, 0, new ImmutableStringReference("second")));
    code.addLabel("end");
    code.addLineNumber(300);
    code.addInstruction(new BuilderInstruction35c(Opcode.INVOKE_STATIC, 3, 0, 1, 2, 0, 0, LOG));
    code.addInstruction(new BuilderInstruction10x(Opcode.RETURN_VOID));
    return code.getMethodImplementation();
  }

  private static ImmutableField field(
      String name, String type, org.jf.dexlib2.iface.value.EncodedValue value) {
    return new ImmutableField(
        "Ltest/Main;",
        name,
        type,
        AccessFlags.STATIC.getValue() | AccessFlags.FINAL.getValue(),
        value instanceof org.jf.dexlib2.immutable.value.ImmutableEncodedValue own ? own : null,
        Set.of(),
        Set.of());
  }
}
