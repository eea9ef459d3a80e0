package dev.assay.formats.dex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.formats.Bytes;
import dev.assay.formats.Tool;
import dev.assay.formats.apk.ApkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jf.dexlib2.Opcodes;
import org.jf.dexlib2.dexbacked.DexBackedDexFile;
import org.jf.dexlib2.iface.ClassDef;
import org.jf.dexlib2.iface.Method;
import org.jf.dexlib2.iface.MethodImplementation;
import org.jf.dexlib2.iface.debug.DebugItem;
import org.jf.dexlib2.iface.debug.LineNumber;
import org.jf.dexlib2.iface.instruction.Instruction;
import org.jf.dexlib2.iface.instruction.ReferenceInstruction;
import org.jf.dexlib2.iface.reference.MethodReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what dexlib2 reads, on packages as they are published. */
class SecondReaderTest {
  @TempDir Path directory;

  @Test
  void agreesWithDexlib2OnForgedCode() throws IOException {
    assertThat(differences(Samples.program())).isEmpty();
  }

  @Test
  void agreesWithDexlib2OnAPublishedPackage() throws IOException {
    Path apk = fetched("io.appium.settings@8.0.10", "package/apks/settings_apk-debug.apk");
    List<byte[]> executables = executables(apk);
    assertThat(executables).isNotEmpty();
    for (byte[] executable : executables) {
      assertThat(differences(executable)).isEmpty();
    }
  }

  /** What one of both says otherwise, at most ten. */
  private static List<String> differences(byte[] executable) {
    Map<String, Integer> ours = ours(executable);
    Map<String, Integer> theirs = theirs(executable);
    Set<String> all = new TreeSet<>(ours.keySet());
    all.addAll(theirs.keySet());
    return all.stream()
        .filter(key -> !Objects.equals(ours.get(key), theirs.get(key)))
        .map(key -> key + ": " + ours.get(key) + ", dexlib2 " + theirs.get(key))
        .limit(10)
        .toList();
  }

  private static Map<String, Integer> ours(byte[] executable) {
    Dex dex = Dex.read(Bytes.of(executable));
    assertThat(dex.problems()).isEmpty();
    Map<String, Integer> found = new HashMap<>();
    dex.walk(
        new CodeVisitor() {
          @Override
          public void method(int method, int flags, int code) {
            int line = firstLine(dex, code);
            if (line != 0) {
              found.put("line of " + shown(dex, method), line);
            }
          }

          @Override
          public void call(int opcode, int target, int offset, Arguments arguments) {
            if (opcode < 0xFC) {
              found.merge("calls of " + shown(dex, target), 1, Integer::sum);
            }
          }
        });
    assertThat(dex.problems()).isEmpty();
    found.put("strings", dex.strings());
    found.put("methods", dex.methods());
    found.put("classes", dex.classes());
    return found;
  }

  private static int firstLine(Dex dex, int code) {
    for (int address = 0; address < 4; address++) {
      int line = dex.line(code, address);
      if (line != 0) {
        return line;
      }
    }
    return 0;
  }

  private static String shown(Dex dex, int number) {
    Member method = dex.method(number);
    return dex.type(method.owner())
        + "->"
        + dex.string(method.name())
        + dex.prototype(method.kind()).descriptor();
  }

  private static Map<String, Integer> theirs(byte[] executable) {
    DexBackedDexFile dex = new DexBackedDexFile(Opcodes.getDefault(), executable);
    Map<String, Integer> found = new HashMap<>();
    for (ClassDef each : dex.getClasses()) {
      for (Method method : each.getMethods()) {
        MethodImplementation code = method.getImplementation();
        if (code == null) {
          continue;
        }
        firstLine(code)
            .filter(line -> line != 0)
            .ifPresent(line -> found.put("line of " + method, line));
        for (Instruction instruction : code.getInstructions()) {
          if (instruction.getOpcode().name.startsWith("invoke")
              && instruction instanceof ReferenceInstruction call
              && call.getReference() instanceof MethodReference target) {
            found.merge("calls of " + target, 1, Integer::sum);
          }
        }
      }
    }
    found.put("strings", dex.getStringSection().size());
    found.put("methods", dex.getMethodSection().size());
    found.put("classes", dex.getClassSection().size());
    return found;
  }

  /** The last line said of the first address that has one. */
  private static Optional<Integer> firstLine(MethodImplementation code) {
    int first = 4;
    Optional<Integer> line = Optional.empty();
    for (DebugItem item : code.getDebugItems()) {
      if (item instanceof LineNumber said && said.getCodeAddress() <= Math.min(first, 3)) {
        first = said.getCodeAddress();
        line = Optional.of(said.getLineNumber());
      }
    }
    return line;
  }

  private Path fetched(String name, String member) {
    assumeTrue(Tool.isInstalled("npm"), "npm is installed");
    try {
      Tool.run(directory, "npm", "pack", "--ignore-scripts", "--silent", name);
      try (Stream<Path> files = Files.list(directory)) {
        Path archive = files.filter(file -> file.toString().endsWith(".tgz")).findFirst().get();
        Tool.run(directory, "tar", "xzf", archive.getFileName().toString(), member);
      }
    } catch (AssertionError | IOException e) {
      assumeTrue(false, name + " can be fetched");
    }
    return directory.resolve(member);
  }

  private static List<byte[]> executables(Path apk) throws IOException {
    ApkDirectory directory = ApkDirectory.of(Bytes.of(Files.readAllBytes(apk))).get();
    Map<String, byte[]> found = new LinkedHashMap<>();
    for (String name : directory.members().keySet()) {
      if (name.matches("classes[0-9]*\\.dex")) {
        found.put(name, directory.open(name).get().toArray(64 << 20));
      }
    }
    return List.copyOf(found.values());
  }
}
