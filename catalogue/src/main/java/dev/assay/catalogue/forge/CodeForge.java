package dev.assay.catalogue.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the code of a forged package: an activity {@code test.control.Main} whose {@code onCreate}
 * does what is asked for.
 *
 * <p>Parameters: {@code calls}, each {@code [static] class.member[(arguments)]}: a member in
 * capitals is a static field, arguments are numbers, true, false or texts (in quotes {@code '12'}
 * where they look like one of those); in place of arguments {@code :DESCRIPTORS} gives the
 * parameters a method has, which get null; {@code strings} (loaded), {@code libraries} (packages
 * with a class that does something and is called), {@code idle} (packages with such a class that
 * nobody calls).
 */
final class CodeForge {
  static final String MAIN = "test.control.Main";

  private static final DexPool.Proto NOTHING = new DexPool.Proto("V", List.of());
  private static final Optional<?> NULL = Optional.empty();

  private final DexWriter dex = new DexWriter();
  private final List<DexCode.Use> uses = new ArrayList<>();

  private CodeForge() {}

  static byte[] make(Parameters p) {
    CodeForge forge = new CodeForge();
    p.texts("calls").forEach(forge::call);
    p.texts("strings").forEach(forge::string);
    p.texts("libraries").forEach(name -> forge.library(name, true));
    p.texts("idle").forEach(name -> forge.library(name, false));
    p.done();
    return forge.finish();
  }

  private byte[] finish() {
    String main = type(MAIN);
    DexPool.Ref parent = new DexPool.Ref("Landroid/app/Activity;", "<init>", NOTHING);
    DexCode.Use superCall = new DexCode.Use(DexCode.How.DIRECT, parent, List.of(NULL));
    dex.add(
        main,
        "Landroid/app/Activity;",
        List.of(
            new DexWriter.Method(
                new DexPool.Ref(main, "<init>", NOTHING),
                0x10001,
                new DexCode(1, List.of(superCall))),
            new DexWriter.Method(
                new DexPool.Ref(
                    main, "onCreate", new DexPool.Proto("V", List.of("Landroid/os/Bundle;"))),
                1,
                new DexCode(2, uses))));
    return dex.toBytes();
  }

  private void string(String text) {
    DexPool.Ref none = new DexPool.Ref("", "", NOTHING);
    uses.add(new DexCode.Use(DexCode.How.STRING, none, List.of(text)));
  }

  private void library(String name, boolean called) {
    String type = type(name + ".Control");
    DexPool.Ref work = new DexPool.Ref(type, "work", NOTHING);
    DexPool.Ref out =
        new DexPool.Ref(
            "Landroid/content/Context;",
            "getPackageName",
            new DexPool.Proto("Ljava/lang/String;", List.of()));
    dex.add(
        type,
        "Ljava/lang/Object;",
        List.of(
            new DexWriter.Method(
                work,
                0x9,
                new DexCode(
                    0, List.of(new DexCode.Use(DexCode.How.VIRTUAL, out, List.of(NULL)))))));
    if (called) {
      uses.add(new DexCode.Use(DexCode.How.STATIC, work, List.of()));
    }
  }

  private void call(String text) {
    boolean isStatic = text.startsWith("static ");
    String call = isStatic ? text.substring(7) : text;
    int open = call.indexOf('(');
    int colon = open >= 0 ? -1 : call.indexOf(':');
    int end = open >= 0 ? open : colon >= 0 ? colon : call.length();
    int dot = call.lastIndexOf('.', end);
    String owner = type(call.substring(0, dot));
    String name = call.substring(dot + 1, end);
    if (open < 0 && colon < 0 && name.matches("[A-Z][A-Z0-9_]+")) {
      DexPool.Proto kind = new DexPool.Proto("Ljava/lang/Object;", List.of());
      uses.add(new DexCode.Use(DexCode.How.FIELD, new DexPool.Ref(owner, name, kind), List.of()));
      return;
    }
    List<Object> arguments = new ArrayList<>();
    if (!isStatic) {
      arguments.add(NULL);
    }
    List<String> parameters =
        colon >= 0
            ? nulls(call.substring(colon + 1), arguments)
            : open >= 0
                ? constants(call.substring(open + 1, call.lastIndexOf(')')), arguments)
                : List.of();
    DexCode.How how =
        name.equals("<init>")
            ? DexCode.How.NEW
            : isStatic ? DexCode.How.STATIC : DexCode.How.VIRTUAL;
    DexPool.Ref ref = new DexPool.Ref(owner, name, new DexPool.Proto("V", parameters));
    uses.add(new DexCode.Use(how, ref, arguments));
  }

  private static List<String> constants(String text, List<Object> arguments) {
    List<String> parameters = new ArrayList<>();
    for (String part : text.split(", ?")) {
      if (part.matches("-?[0-9]+|0x[0-9A-Fa-f]+")) {
        parameters.add("I");
        arguments.add(Long.decode(part).intValue());
      } else if (part.equals("true") || part.equals("false")) {
        parameters.add("Z");
        arguments.add(part.equals("true") ? 1 : 0);
      } else if (part.equals("null")) {
        parameters.add("Ljava/lang/Object;");
        arguments.add(NULL);
      } else {
        parameters.add("Ljava/lang/String;");
        arguments.add(part.matches("'.*'") ? part.substring(1, part.length() - 1) : part);
      }
    }
    return parameters;
  }

  private static List<String> nulls(String descriptors, List<Object> arguments) {
    List<String> parameters = new ArrayList<>();
    int at = 0;
    while (at < descriptors.length()) {
      int end = at;
      while (descriptors.charAt(end) == '[') {
        end++;
      }
      end = descriptors.charAt(end) == 'L' ? descriptors.indexOf(';', end) + 1 : end + 1;
      String parameter = descriptors.substring(at, end);
      parameters.add(parameter);
      arguments.add(parameter.equals("J") || parameter.equals("D") ? 0L : NULL);
      at = end;
    }
    return parameters;
  }

  private static String type(String name) {
    return "L" + name.replace('.', '/') + ";";
  }
}
