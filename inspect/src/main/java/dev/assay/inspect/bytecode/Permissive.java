package dev.assay.inspect.bytecode;

import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Methods that are to check who answers a connection, and accept anyone. */
final class Permissive {
  private static final String VERIFIER = "javax/net/ssl/HostnameVerifier";
  private static final List<Opcode> NOTHING = List.of(Opcode.RETURN);
  private static final List<Opcode> YES = List.of(Opcode.ICONST_1, Opcode.IRETURN);

  /**
   * @param owner type whose method checks
   * @param accepts how the method accepts without a look
   */
  private record Check(String owner, String method, List<Opcode> accepts, Family family) {}

  private static final List<Check> CHECKS =
      List.of(
          new Check(
              "javax/net/ssl/X509TrustManager",
              "checkServerTrusted",
              NOTHING,
              Family.TRUSTS_ANYONE),
          new Check(
              "javax/net/ssl/X509ExtendedTrustManager",
              "checkServerTrusted",
              NOTHING,
              Family.TRUSTS_ANYONE),
          new Check(VERIFIER, "verify", YES, Family.ACCEPTS_ANY_NAME));

  private Permissive() {}

  /** What a method of a class with such parents accepts by doing nothing. */
  static Optional<Family> of(MethodModel method, List<String> parents) {
    return CHECKS.stream()
        .filter(check -> parents.contains(check.owner()))
        .filter(check -> check.method().equals(method.methodName().stringValue()))
        .filter(check -> method.code().filter(code -> does(code, check.accepts())).isPresent())
        .map(Check::family)
        .findFirst();
  }

  /** Whether a function is made that is to check names. */
  static boolean isChecker(InvokeDynamicEntry made) {
    return made.type().stringValue().endsWith(")L" + VERIFIER + ";");
  }

  /**
   * Whether that function accepts any name.
   *
   * @param methods of the class by name and descriptor
   */
  static boolean accepts(InvokeDynamicInstruction made, Map<String, MethodModel> methods) {
    return made.typeSymbol().returnType().descriptorString().equals("L" + VERIFIER + ";")
        && made.bootstrapArgs().stream()
            .flatMap(Permissive::method)
            .flatMap(name -> Optional.ofNullable(methods.get(name)).stream())
            .anyMatch(method -> method.code().filter(code -> does(code, YES)).isPresent());
  }

  private static Stream<String> method(ConstantDesc argument) {
    return argument instanceof DirectMethodHandleDesc handle
        ? Stream.of(handle.methodName() + handle.lookupDescriptor())
        : Stream.empty();
  }

  private static boolean does(CodeModel code, List<Opcode> wanted) {
    return code.elementStream()
        .filter(Instruction.class::isInstance)
        .map(each -> ((Instruction) each).opcode())
        .limit(wanted.size() + 1L)
        .toList()
        .equals(wanted);
  }
}
