package dev.assay.catalogue.forge;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Archives of Java classes.
 *
 * <p>Parameters: {@code main} (a class; named as the main class in the manifest), {@code library}
 * (the same class, which the manifest does not name), {@code calls}, which its method {@code run}
 * makes, as {@link JavaCall} has them, and {@code checks}: maps of {@code type} (an interface),
 * {@code method}, {@code takes} (descriptors of its parameters) and {@code does}: {@code nothing},
 * {@code yes} (returns true) or {@code throws}, each a class that implements it.
 */
public final class JarForge implements Forge {
  private static final String MAIN = "com.example.app.Main";
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

  @Override
  public String name() {
    return "jar";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    String library = p.text("library", "");
    String main = library.isEmpty() ? p.text("main", MAIN) : library;
    List<String> calls = p.texts("calls");
    Map<String, byte[]> members = new LinkedHashMap<>();
    String manifest =
        "Manifest-Version: 1.0\r\n"
            + (library.isEmpty() ? "Main-Class: " + main + "\r\n" : "")
            + "\r\n";
    members.put("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
    put(main, caller(main, calls), members);
    for (Map<String, Object> check : p.maps("checks")) {
      Parameters c = new Parameters(name(), check);
      String checker = main + "Check" + members.size();
      put(checker, checker(checker, c), members);
      c.done();
    }
    p.done();
    return StoredZip.of(members, parts -> new byte[0]);
  }

  private static void put(String type, byte[] content, Map<String, byte[]> members) {
    members.put(type.replace('.', '/') + ".class", content);
  }

  private static byte[] caller(String main, List<String> calls) {
    return ClassFile.of()
        .build(
            ClassDesc.of(main),
            type ->
                described(type, main)
                    .withMethodBody(
                        "run",
                        NOTHING,
                        ClassFile.ACC_PUBLIC,
                        code -> {
                          for (int i = 0; i < calls.size(); i++) {
                            code.lineNumber(i + 1);
                            JavaCall.of(calls.get(i)).write(code);
                          }
                          code.return_();
                        }));
  }

  private static byte[] checker(String checker, Parameters check) {
    String does = check.text("does", "nothing");
    MethodTypeDesc takes =
        MethodTypeDesc.ofDescriptor(
            "(" + check.text("takes", "") + ")" + (does.equals("yes") ? "Z" : "V"));
    ClassDesc checks = ClassDesc.of(check.text("type", "java.lang.Runnable"));
    String method = check.text("method", "run");
    return ClassFile.of()
        .build(
            ClassDesc.of(checker),
            type ->
                described(type, checker)
                    .withInterfaceSymbols(checks)
                    .withMethodBody(method, takes, ClassFile.ACC_PUBLIC, code -> body(does, code)));
  }

  private static void body(String does, CodeBuilder code) {
    switch (does) {
      case "nothing" -> code.return_();
      case "yes" -> code.iconst_1().ireturn();
      case "throws" -> code.aconst_null().athrow();
      default -> throw new IllegalArgumentException("jar: checks: does: `" + does + "`");
    }
  }

  private static ClassBuilder described(ClassBuilder type, String name) {
    String source = name.substring(name.lastIndexOf('.') + 1) + ".java";
    return type.withVersion(ClassFile.JAVA_17_VERSION, 0).with(SourceFileAttribute.of(source));
  }
}
