package dev.assay.cli;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A regular expression that the code of Assay holds as a constant.
 *
 * @param place the class it stands in
 * @param flags as {@link Pattern} has them
 */
record Expression(String place, String regex, int flags, Use use) {
  /** How much of a text it has to fit. */
  enum Use {
    WHOLE,
    START,
    ANYWHERE
  }

  private static final String PATTERN = "java/util/regex/Pattern";
  private static final int NEAR = 40;

  Pattern pattern() {
    return Pattern.compile(regex, flags);
  }

  /** Those of all classes of Assay on the class path that are no tests. */
  static List<Expression> ofAllModules() throws IOException {
    List<ClassModel> classes = allClasses();
    Map<String, Use> uses = new HashMap<>();
    classes.forEach(each -> uses(each, uses));
    List<Expression> found = new ArrayList<>();
    classes.forEach(each -> expressions(each, uses, found));
    return found;
  }

  /** Classes that make expressions of what is no constant. */
  static Set<String> madeAtRunTime() throws IOException {
    Set<String> places = new TreeSet<>();
    for (ClassModel model : allClasses()) {
      code(model)
          .filter(Expression::compilesOther)
          .forEach(code -> places.add(model.thisClass().asInternalName().replace('/', '.')));
    }
    return places;
  }

  private static boolean compilesOther(List<CodeElement> code) {
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i) instanceof InvokeInstruction call
          && call.owner().asInternalName().equals(PATTERN)
          && call.name().stringValue().equals("compile")
          && !(constant(code, i - call.typeSymbol().parameterCount()) instanceof String text
              && !text.isEmpty())) {
        return true;
      }
    }
    return false;
  }

  /** A module is a folder of classes, or packed already. */
  private static List<ClassModel> allClasses() throws IOException {
    List<ClassModel> classes = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path module = Path.of(entry);
      String name = module.getFileName().toString();
      if (name.equals("classes")) {
        read(module.resolve("dev/assay"), classes);
      } else if (name.startsWith("assay-") && name.endsWith(".jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(module)) {
          read(jar.getPath("dev/assay"), classes);
        }
      }
    }
    return classes;
  }

  private static void read(Path folder, List<ClassModel> into) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        into.add(ClassFile.of().parse(Files.readAllBytes(file)));
      }
    }
  }

  private static Stream<List<CodeElement>> code(ClassModel model) {
    return model.methods().stream()
        .flatMap(method -> method.code().stream())
        .map(
            code ->
                code.elementList().stream()
                    .filter(e -> e instanceof java.lang.classfile.Instruction)
                    .toList());
  }

  /** What a field's expression is used for: what is called on it, or on its matcher, next. */
  private static void uses(ClassModel model, Map<String, Use> uses) {
    code(model)
        .forEach(
            code -> {
              for (int i = 0; i < code.size(); i++) {
                if (code.get(i) instanceof FieldInstruction field
                    && field.opcode() == Opcode.GETSTATIC
                    && field.typeSymbol().descriptorString().equals("L" + PATTERN + ";")) {
                  uses.merge(name(field), use(code, i), (a, b) -> a == b ? a : Use.ANYWHERE);
                }
              }
            });
  }

  private static Use use(List<CodeElement> code, int at) {
    for (int i = at + 1; i < Math.min(code.size(), at + NEAR); i++) {
      if (code.get(i) instanceof InvokeInstruction call
          && call.owner().asInternalName().startsWith("java/util/regex/")) {
        switch (call.name().stringValue()) {
          case "matches", "asMatchPredicate" -> {
            return Use.WHOLE;
          }
          case "lookingAt" -> {
            return Use.START;
          }
          case "matcher" -> {}
          default -> {
            return Use.ANYWHERE;
          }
        }
      }
    }
    return Use.ANYWHERE;
  }

  private static String name(FieldInstruction field) {
    return field.owner().asInternalName() + "." + field.name().stringValue();
  }

  private static void expressions(ClassModel model, Map<String, Use> uses, List<Expression> found) {
    String place = model.thisClass().asInternalName();
    code(model)
        .forEach(
            code -> {
              for (int i = 0; i < code.size(); i++) {
                if (code.get(i) instanceof InvokeInstruction call) {
                  expression(place, code, i, call, uses).stream().forEach(found::add);
                }
              }
            });
  }

  private static List<Expression> expression(
      String place, List<CodeElement> code, int at, InvokeInstruction call, Map<String, Use> uses) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    if (owner.equals(PATTERN) && name.equals("compile")) {
      boolean flagged = call.typeSymbol().parameterCount() == 2;
      int flags = flagged && constant(code, at - 1) instanceof Integer value ? value : 0;
      Use use =
          at + 1 < code.size()
                  && code.get(at + 1) instanceof FieldInstruction field
                  && field.opcode() == Opcode.PUTSTATIC
              ? uses.getOrDefault(name(field), Use.ANYWHERE)
              : Use.ANYWHERE;
      return of(place, constant(code, flagged ? at - 2 : at - 1), flags, use);
    }
    if (!owner.equals("java/lang/String")) {
      return List.of();
    }
    return switch (name) {
      case "matches" -> of(place, constant(code, at - 1), 0, Use.WHOLE);
      case "split" ->
          of(place, constant(code, at - call.typeSymbol().parameterCount()), 0, Use.ANYWHERE);
      case "replaceAll", "replaceFirst" -> of(place, constant(code, at - 2), 0, Use.ANYWHERE);
      default -> List.of();
    };
  }

  private static Object constant(List<CodeElement> code, int at) {
    return at >= 0 && code.get(at) instanceof ConstantInstruction constant
        ? constant.constantValue()
        : "";
  }

  private static List<Expression> of(String place, Object regex, int flags, Use use) {
    return regex instanceof String text && !text.isEmpty()
        ? List.of(new Expression(place, text, flags, use))
        : List.of();
  }
}
