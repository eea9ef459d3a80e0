package dev.assay.formats.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Seeds;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On a small library that every JDK of Linux has. */
class ElfTest {
  private static final int MUTATIONS = 2000;

  private static byte[] library() throws IOException {
    Path library = Path.of(System.getProperty("java.home", ""), "lib", "libjsig.so");
    assumeTrue(Files.exists(library), "the JDK has " + library.getFileName());
    return Files.readAllBytes(library);
  }

  @Test
  void readsALibrary() throws IOException {
    Elf elf = Elf.read(Bytes.of(library()));
    assertEquals(Elf.SHARED, elf.type());
    assertEquals(List.of(), elf.problems());
    assertEquals(List.of("libjsig.so"), elf.dynamic().strings(DynamicEntry.SONAME));
    assertTrue(
        elf.dynamic().strings(DynamicEntry.NEEDED).stream().anyMatch(n -> n.startsWith("libc.")));
  }

  @Test
  void readsTheVersionsThatALibraryDefines() throws IOException {
    byte[] library = versioned();
    List<String> names =
        VersionDefinition.of(Elf.read(Bytes.of(library))).stream()
            .map(VersionDefinition::name)
            .toList();
    assertTrue(names.containsAll(List.of("GLIBC_2.2.5", "GLIBC_2.34")), names::toString);
    assertTrue(names.stream().noneMatch(name -> name.startsWith("libc")), "not the file itself");
  }

  /** The entries say where the next one is, by any number. */
  @Test
  void versionsThatLeadNowhereAreAProblem() throws IOException {
    byte[] library = versioned();
    long first = VersionDefinition.of(Elf.read(Bytes.of(library))).getFirst().at();
    Arrays.fill(library, (int) first + 16, (int) first + 20, (byte) 0xFF);
    Elf elf = Elf.read(Bytes.of(library));
    assertEquals(1, VersionDefinition.of(elf).size());
    assertEquals(List.of("elf.versions"), elf.problems().stream().map(Problem::code).toList());
  }

  private static byte[] versioned() throws IOException {
    Path library = Path.of("/lib/x86_64-linux-gnu/libc.so.6");
    assumeTrue(Files.exists(library), "this machine has a libc for x86-64");
    return Files.readAllBytes(library);
  }

  @Test
  void answersDamageWithProblemsOrMalformed() throws IOException {
    byte[] library = library();
    Seeds.plant("dev.assay.formats.elf", library);
    for (int length = 0; length < library.length; length += 61) {
      survives(Arrays.copyOf(library, length));
    }
    Random random = new Random(11);
    for (int round = 0; round < MUTATIONS; round++) {
      byte[] damaged = library.clone();
      // Half of the damage goes where headers and dynamic entries are read from.
      int span = round % 2 == 0 ? damaged.length : 1024;
      for (int change = 0; change < 4; change++) {
        damaged[random.nextInt(span)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
      }
      survives(damaged);
    }
  }

  static void survives(byte[] content) {
    try {
      Elf elf = Elf.read(Bytes.of(content));
      elf.dynamic().strings(DynamicEntry.NEEDED);
      VersionDefinition.of(elf);
      ElfNote.of(elf);
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }
}
