import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Writes which permission guards which method of Android, from the annotations the platform's own classes carry.
 *
 * <pre>
 * java tools/PermissionMap.java android-all.jar inspect/src/main/resources/dev/assay/inspect/android/code/permission-map.txt
 * </pre>
 *
 * The jar is org.robolectric:android-all (Apache-2.0), which is AOSP compiled.
 */
final class PermissionMap {
  /** Stands behind the permissions of a method that needs them under conditions only. */
  private static final String SOMETIMES = "~";

  public static void main(String[] args) throws IOException {
    TreeMap<String, TreeMap<String, TreeSet<String>>> classes = new TreeMap<>();
    try (JarFile jar = new JarFile(args[0])) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (entry.getName().startsWith("android/") && entry.getName().endsWith(".class")) {
          try (InputStream in = jar.getInputStream(entry)) {
            read(in.readAllBytes(), classes);
          }
        }
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("# Permissions that guard methods of Android: class, then name(parameters) and permissions, of which one may suffice.");
    lines.add("# A tilde behind them: needed under conditions only.");
    lines.add("# Made by tools/PermissionMap.java from " + Path.of(args[0]).getFileName() + " (AOSP, Apache-2.0).");
    classes.forEach(
        (type, methods) -> {
          lines.add(type);
          methods.forEach((method, names) -> lines.add("\t" + method + "\t" + String.join(" ", names)));
        });
    Files.writeString(Path.of(args[1]), String.join("\n", lines) + "\n");
  }

  private static void read(byte[] bytes, TreeMap<String, TreeMap<String, TreeSet<String>>> classes) {
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains("RequiresPermission")) {
      return;
    }
    ClassModel model = ClassFile.of().parse(bytes);
    if (!model.flags().has(AccessFlag.PUBLIC)) {
      return;
    }
    for (MethodModel method : model.methods()) {
      TreeSet<String> names = new TreeSet<>();
      method.findAttribute(Attributes.runtimeVisibleAnnotations()).ifPresent(a -> collect(a.annotations(), names));
      method.findAttribute(Attributes.runtimeInvisibleAnnotations()).ifPresent(a -> collect(a.annotations(), names));
      if (!names.isEmpty() && method.flags().has(AccessFlag.PUBLIC)) {
        String type = method.methodType().stringValue();
        classes
            .computeIfAbsent("L" + model.thisClass().asInternalName() + ";", key -> new TreeMap<>())
            .put(method.methodName().stringValue() + type.substring(0, type.indexOf(')') + 1), names);
      }
    }
  }

  private static void collect(List<Annotation> annotations, TreeSet<String> names) {
    for (Annotation annotation : annotations) {
      if (annotation.className().stringValue().equals("Landroid/annotation/RequiresPermission;")) {
        for (AnnotationElement element : annotation.elements()) {
          collect(element.value(), names);
          if (element.name().stringValue().equals("conditional")) {
            names.add(SOMETIMES);
          }
        }
      }
    }
  }

  private static void collect(AnnotationValue value, TreeSet<String> names) {
    if (value instanceof AnnotationValue.OfString text && text.stringValue().matches("[a-z.]+\\.[A-Z0-9_]+")) {
      names.add(text.stringValue());
    } else if (value instanceof AnnotationValue.OfArray array) {
      array.values().forEach(each -> collect(each, names));
    }
  }
}
