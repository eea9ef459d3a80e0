package dev.assay.compare.change.bytecode;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Crc;
import dev.assay.compare.change.Sets;
import dev.assay.compare.change.code.Listings;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Fields, methods and strings of Java class files; line numbers and names of locals say nothing.
 */
public final class ClassChanges implements Change {
  private static final int MAX = 16 << 20;
  private static final int LOWEST_VERSION = 45;
  private static final int LONGEST = 300;

  /** Instructions of one method that are told. */
  private static final int MOST_INSTRUCTIONS = 20;

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return isClass(left) && isClass(right);
  }

  /** Programs for several machines begin alike, but have fewer parts than the lowest version. */
  private static boolean isClass(Bytes content) {
    return content.size() >= 24
        && content.size() <= MAX
        && content.has(0, (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE)
        && content.block(4, 4).u32be(0) >= LOWEST_VERSION;
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    try {
      ClassModel before = ClassFile.of().parse(left.toArray(MAX));
      ClassModel after = ClassFile.of().parse(right.toArray(MAX));
      List<Aspect> found = new ArrayList<>();
      Sets.values("class", head(before), head(after), most, found);
      Sets.values("module", ModuleValues.of(before), ModuleValues.of(after), most, found);
      Sets.values("field", fields(before), fields(after), most, found);
      Map<String, List<String>> old = ClassListing.of(before);
      Map<String, List<String>> fresh = ClassListing.of(after);
      Sets.values("method", methods(before, old), methods(after, fresh), most, found);
      Listings.all("method", "instruction", old, fresh, Math.min(most, MOST_INSTRUCTIONS), found);
      Sets.members("string", strings(before), strings(after), most, found);
      return found;
    } catch (IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | ClassCastException e) {
      // The last one where an attribute stands at what cannot have it.
      throw new Malformed("class.damaged", -1, "is no class file");
    }
  }

  private static Map<String, String> head(ClassModel model) {
    return Map.of(
        "name", model.thisClass().asInternalName(),
        "version", model.majorVersion() + "." + model.minorVersion(),
        "flags", "0x" + Integer.toHexString(model.flags().flagsMask()),
        "extends", model.superclass().map(each -> each.asInternalName()).orElse(""),
        "implements",
            model.interfaces().stream()
                .map(each -> each.asInternalName())
                .collect(Collectors.joining(", ")));
  }

  private static Map<String, String> fields(ClassModel model) {
    Map<String, String> found = new TreeMap<>();
    for (FieldModel field : model.fields()) {
      found.put(
          field.fieldName().stringValue(),
          field.fieldType().stringValue()
              + ", flags 0x"
              + Integer.toHexString(field.flags().flagsMask()));
    }
    return found;
  }

  private static Map<String, String> methods(ClassModel model, Map<String, List<String>> code) {
    Map<String, String> found = new TreeMap<>();
    for (MethodModel method : model.methods()) {
      String name = ClassListing.name(method);
      found.put(
          name,
          "flags 0x"
              + Integer.toHexString(method.flags().flagsMask())
              + (code.containsKey(name) ? code(code.get(name)) : ", no code"));
    }
    return found;
  }

  private static String code(List<String> instructions) {
    byte[] all = String.join("\n", instructions).getBytes(StandardCharsets.UTF_8);
    return ", " + instructions.size() + " instructions, " + Crc.of(Bytes.of(all));
  }

  private static List<String> strings(ClassModel model) {
    List<String> found = new ArrayList<>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof StringEntry string) {
        String text = string.stringValue();
        found.add(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
      }
    }
    return found;
  }
}
