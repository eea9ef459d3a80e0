package dev.assay.formats.pe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Seeds;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortableExecutableTest {
  private static final int OPTIONAL = 0x58;
  private static final int DIRECTORIES = OPTIONAL + 96;

  /** Where the one section lies in the file; its address is the same. */
  private static final int DATA = 0x200;

  /**
   * A program of 32 bits with a section of data: imports of a function by name and one by number,
   * exports of a name, an entry of debug information, and a directory of resources.
   */
  private static byte[] program() {
    ByteBuffer file = ByteBuffer.allocate(0x400).order(ByteOrder.LITTLE_ENDIAN);
    text(file, 0, "MZ").putInt(0x3C, 0x40);
    text(file, 0x40, "PE").putShort(0x44, (short) 0x14C).putShort(0x46, (short) 1);
    file.putInt(0x48, 0x5F5E100).putShort(0x54, (short) 224).putShort(OPTIONAL, (short) 0x10B);
    file.putInt(OPTIONAL + 92, 16);
    directory(file, PeDirectory.EXPORTS, DATA + 0x80, 40);
    directory(file, PeDirectory.IMPORTS, DATA, 40);
    directory(file, PeDirectory.RESOURCES, DATA + 0x100, 24);
    directory(file, PeDirectory.DEBUG, DATA + 0x120, 28);
    text(file, OPTIONAL + 224, ".data");
    file.putInt(OPTIONAL + 232, 0x200).putInt(OPTIONAL + 236, DATA);
    file.putInt(OPTIONAL + 240, 0x200).putInt(OPTIONAL + 244, DATA);
    // imports: names at 40, library's name at 60
    file.putInt(DATA, DATA + 0x28).putInt(DATA + 12, DATA + 0x60);
    file.putInt(DATA + 0x28, DATA + 0x40).putInt(DATA + 0x2C, 0x8000_0073);
    text(file, DATA + 0x42, "ExitProcess");
    text(file, DATA + 0x60, "KERNEL32.dll");
    file.putInt(DATA + 0x80 + 24, 1).putInt(DATA + 0x80 + 32, DATA + 0xB0);
    file.putInt(DATA + 0xB0, DATA + 0xB8);
    text(file, DATA + 0xB8, "answer");
    file.putShort(DATA + 0x100 + 14, (short) 1).putInt(DATA + 0x114, 0x8000_0000);
    file.putInt(DATA + 0x120 + 12, 2).putInt(DATA + 0x120 + 16, 40);
    file.putInt(DATA + 0x120 + 24, DATA + 0x160);
    text(file, DATA + 0x160, "RSDS");
    text(file, DATA + 0x178, "C:\\build\\a.pdb");
    return file.array();
  }

  private static ByteBuffer text(ByteBuffer file, int at, String text) {
    return file.put(at, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void directory(ByteBuffer file, int number, int address, int size) {
    file.putInt(DIRECTORIES + 8 * number, address).putInt(DIRECTORIES + 8 * number + 4, size);
  }

  @Test
  void tellsWhatItImportsAndExports() {
    PortableExecutable program = PortableExecutable.read(Bytes.of(program()));
    assertThat(PeNames.imports(program))
        .containsExactly("KERNEL32.dll ExitProcess", "KERNEL32.dll #115");
    assertThat(PeNames.exports(program)).containsExactly("answer");
  }

  @Test
  void tellsWhereItIsStamped() {
    Places places = new Places();
    PeStamps.of(PortableExecutable.read(Bytes.of(program())), places);
    assertThat(places.found)
        .containsExactlyInAnyOrder(
            "export time 284",
            "debug time 324",
            "debug id 364",
            "path of debug information 378",
            "resource time 304");
  }

  /** Each directory may list 131,070 others, so that few bytes announce more than memory holds. */
  @Test
  void entriesOfResourcesAreCounted() {
    byte[] program = Arrays.copyOf(program(), 4 << 20);
    ByteBuffer file = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(OPTIONAL + 232, 4 << 20).putInt(OPTIONAL + 240, program.length - DATA);
    int root = 0x1000;
    directory(file, PeDirectory.RESOURCES, root, 24);
    for (int at = root; at + 8 <= program.length; at += 8) {
      file.putInt(at, -1).putInt(at + 4, 0x8000_0000 | (at - root) % (1 << 20));
    }
    assertThatThrownBy(() -> PeStamps.of(PortableExecutable.read(Bytes.of(program)), new Places()))
        .isInstanceOfSatisfying(
            Malformed.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("pe.resources"));
  }

  @Test
  void damageEndsInAnswersOnly() {
    byte[] whole = program();
    Seeds.plant(PortableExecutable.class.getPackageName(), whole);
    Random random = new Random(7);
    for (int length = 0; length <= whole.length; length += 7) {
      survives(Arrays.copyOf(whole, length));
    }
    for (int round = 0; round < 4000; round++) {
      byte[] damaged = whole.clone();
      for (int change = 0; change < 4; change++) {
        int value = List.of(0, 0x7F, 0xFF, random.nextInt(256)).get(random.nextInt(4));
        damaged[random.nextInt(damaged.length)] = (byte) value;
      }
      survives(damaged);
    }
  }

  static void survives(byte[] content) {
    try {
      PortableExecutable program = PortableExecutable.read(Bytes.of(content));
      assertThat(program.endOfSections()).isBetween(0L, (long) content.length);
      answers(() -> PeNames.imports(program));
      answers(() -> PeNames.exports(program));
      answers(() -> PeStamps.of(program, new Places()));
    } catch (Malformed refused) {
      // Such a program is compared as bytes.
    }
  }

  private static void answers(Runnable reader) {
    try {
      reader.run();
    } catch (Malformed refused) {
      // As above.
    }
  }

  private static final class Places implements PeStamps.Taker {
    final java.util.Set<String> found = new java.util.TreeSet<>();

    @Override
    public void time(String what, long at) {
      found.add(what + " " + Long.toHexString(at));
    }

    @Override
    public void id(String what, long at, int length) {
      time(what, at);
    }

    @Override
    public void path(String what, long at, int length) {
      time(what, at);
    }
  }
}
