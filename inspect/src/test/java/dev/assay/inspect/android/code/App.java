package dev.assay.inspect.android.code;

import dev.assay.formats.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jf.dexlib2.AccessFlags;
import org.jf.dexlib2.Opcode;
import org.jf.dexlib2.Opcodes;
import org.jf.dexlib2.iface.instruction.Instruction;
import org.jf.dexlib2.immutable.ImmutableClassDef;
import org.jf.dexlib2.immutable.ImmutableMethod;
import org.jf.dexlib2.immutable.ImmutableMethodImplementation;
import org.jf.dexlib2.immutable.instruction.ImmutableInstruction10x;
import org.jf.dexlib2.immutable.instruction.ImmutableInstruction11n;
import org.jf.dexlib2.immutable.instruction.ImmutableInstruction21c;
import org.jf.dexlib2.immutable.instruction.ImmutableInstruction35c;
import org.jf.dexlib2.immutable.reference.ImmutableMethodReference;
import org.jf.dexlib2.immutable.reference.ImmutableStringReference;
import org.jf.dexlib2.immutable.reference.ImmutableTypeReference;
import org.jf.dexlib2.writer.io.MemoryDataStore;
import org.jf.dexlib2.writer.pool.DexPool;

/** A package with the manifest of the control and code written by dexlib2. */
final class App {
  private final DexPool pool = new DexPool(Opcodes.forApi(28));

  /** A class of public methods. */
  App with(String name, String superclass, List<String> interfaces, ImmutableMethod... methods) {
    pool.internClass(
        new ImmutableClassDef(
            name,
            AccessFlags.PUBLIC.getValue(),
            superclass,
            interfaces,
            null,
            Set.of(),
            List.of(),
            List.of(methods)));
    return this;
  }

  static ImmutableMethod method(String owner, String name, Instruction... body) {
    List<Instruction> code = new ArrayList<>(List.of(body));
    code.add(new ImmutableInstruction10x(Opcode.RETURN_VOID));
    return new ImmutableMethod(
        owner,
        name,
        List.of(),
        "V",
        AccessFlags.PUBLIC.getValue(),
        Set.of(),
        Set.of(),
        new ImmutableMethodImplementation(4, code, List.of(), List.of()));
  }

  static Instruction call(Opcode how, String owner, String name) {
    return new ImmutableInstruction35c(
        how, 1, 0, 0, 0, 0, 0, new ImmutableMethodReference(owner, name, List.of(), "V"));
  }

  static Instruction make(String type) {
    return new ImmutableInstruction21c(Opcode.NEW_INSTANCE, 0, new ImmutableTypeReference(type));
  }

  static Instruction text(String text) {
    return new ImmutableInstruction21c(Opcode.CONST_STRING, 0, new ImmutableStringReference(text));
  }

  static Instruction nothing() {
    return new ImmutableInstruction11n(Opcode.CONST_4, 0, 0);
  }

  AndroidCodeFacts facts(String... further) throws IOException {
    MemoryDataStore store = new MemoryDataStore();
    pool.writeTo(store);
    return facts(Arrays.copyOf(store.getBuffer(), store.getSize()), further);
  }

  /**
   * @param further members without content
   */
  static AndroidCodeFacts facts(byte[] dex, String... further) throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (String name : further) {
      members.put(name, new byte[0]);
    }
    return facts(dex, members);
  }

  /** With a further member. */
  AndroidCodeFacts factsWith(String name, byte[] content) throws IOException {
    MemoryDataStore store = new MemoryDataStore();
    pool.writeTo(store);
    return facts(Arrays.copyOf(store.getBuffer(), store.getSize()), Map.of(name, content));
  }

  private static AndroidCodeFacts facts(byte[] dex, Map<String, byte[]> further)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("AndroidManifest.xml"));
      zip.write(manifest());
      zip.putNextEntry(new ZipEntry("classes.dex"));
      zip.write(dex);
      for (Map.Entry<String, byte[]> each : further.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    }
    return new AndroidCodeReader().inspect(Bytes.of(out.toByteArray())).orElseThrow();
  }

  private static byte[] manifest() throws IOException {
    try (InputStream in =
            AndroidCodeReader.class.getResourceAsStream("/dev/assay/inspect/android/control.apk");
        ZipInputStream zip = new ZipInputStream(in)) {
      while (!zip.getNextEntry().getName().equals("AndroidManifest.xml")) {
        // The manifest is among the members.
      }
      return zip.readAllBytes();
    }
  }
}
