package dev.assay.compare.change.bytecode;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instructions of a class file with what they name, so that places in the constant pool do not
 * matter.
 */
final class ClassListing {
  /** {@code ArgumentConstant[OP=BIPUSH, val=42]}. */
  private static final Pattern SHOWN = Pattern.compile("\\w+\\[(?:OP|op)=(.*)\\]", Pattern.DOTALL);

  private ClassListing() {}

  /** The instructions by method. */
  static Map<String, List<String>> of(ClassModel model) {
    Map<String, List<String>> found = new TreeMap<>();
    for (MethodModel method : model.methods()) {
      method.code().ifPresent(code -> found.put(name(method), of(code)));
    }
    return found;
  }

  private static List<String> of(CodeModel code) {
    return code.elementStream()
        .filter(Instruction.class::isInstance)
        .map(each -> shown(each.toString()))
        .toList();
  }

  /** {@code run(I)V}. */
  static String name(MethodModel method) {
    return method.methodName().stringValue() + method.methodType().stringValue();
  }

  private static String shown(String instruction) {
    Matcher matcher = SHOWN.matcher(instruction);
    return matcher.matches() ? matcher.group(1) : instruction;
  }
}
