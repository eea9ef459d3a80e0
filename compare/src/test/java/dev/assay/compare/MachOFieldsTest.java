package dev.assay.compare;

import static dev.assay.compare.Forged.big;
import static dev.assay.compare.Forged.bytes;
import static dev.assay.compare.Forged.concat;
import static dev.assay.compare.Forged.little;
import static dev.assay.compare.Forged.padded;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What header, load commands and tables of a Mach-O say is told field by field. */
class MachOFieldsTest {
  private static final String ONE = "mach-o x86_64 0x1000007/3 ";
  private static final int TABLES = 0x800;
  private static final byte[] PLAIN = program(1, 0x1000, 0x0E, 3, 0x000A_0C00, 0x200);

  /**
   * A section of stubs and one of data with a relocation, two symbols.
   *
   * @param address of the symbol {@code _main}
   * @param type of it
   * @param ordinal of the library that {@code _puts} is looked for in
   * @param system version that it needs at least
   * @param entry offset of its start
   */
  private static byte[] program(
      int stub, long address, int type, int ordinal, int system, long entry) {
    byte[] stubs =
        little(
            padded("__stubs", 16), padded("__TEXT", 16), 0x1F00L, 6L, 0x700, 1, 0, 0, 8, 0, 6, 0);
    byte[] data =
        little(
            padded("__data", 16),
            padded("__TEXT", 16),
            0x2000L,
            8L,
            0x710,
            3,
            TABLES + 0x80,
            1,
            0,
            0,
            0,
            0);
    byte[] sections = concat(stubs, data);
    byte[] segment =
        little(
            0x19,
            72 + sections.length,
            padded("__TEXT", 16),
            0x1000L,
            0x1000L,
            0L,
            0x800L,
            7,
            5,
            2,
            0,
            sections);
    byte[] symbols = little(2, 24, TABLES, 2, TABLES + 0x40, 0x20);
    byte[] dynamic = little(0xB, 80, new byte[48], TABLES + 0x60, 1, new byte[16]);
    byte[] main = little(0x8000_0028, 24, entry, 0L);
    byte[] version = little(0x24, 16, system, system);
    byte[] source = little(0x2A, 16, (5L << 40) + (2L << 30));
    byte[] commands = concat(segment, symbols, dynamic, main, version, source);
    byte[] head = little(0xFEEDFACF, 0x1000007, 3, 2, 6, commands.length, 0x85, 0, commands);
    byte[] table =
        little(
            1,
            (byte) type,
            (byte) 1,
            (short) 0x10,
            address,
            7,
            (byte) 1,
            (byte) 0,
            (short) (ordinal << 8),
            0L);
    byte[] whole = Arrays.copyOf(head, TABLES + 0x88);
    put(table, whole, TABLES);
    put(bytes("\0_main\0_puts\0"), whole, TABLES + 0x40);
    put(little(stub), whole, TABLES + 0x60);
    put(little(4, 0x1E00_0001), whole, TABLES + 0x80);
    return whole;
  }

  private static void put(byte[] from, byte[] into, int at) {
    System.arraycopy(from, 0, into, at, from.length);
  }

  @Test
  void symbolsHaveScopePlaceAndValue() {
    assertThat(aspects(program(1, 0x1008, 0x0F, 3, 0x000A_0C00, 0x200)))
        .contains(
            Aspect.change(
                ONE + "symbol _main",
                "local, section __TEXT,__stubs, desc 0x10, value 0x1000, strx 1",
                "extern, section __TEXT,__stubs, desc 0x10, value 0x1008, strx 1"));
    assertThat(aspects(program(1, 0x1000, 0x0E, 2, 0x000A_0C00, 0x200)))
        .contains(
            Aspect.change(
                ONE + "symbol _puts",
                "extern, undefined, library ordinal 3, desc 0x300, value 0x0, strx 7",
                "extern, undefined, library ordinal 2, desc 0x200, value 0x0, strx 7"));
  }

  @Test
  void stubsAndRelocationsNameTheirSymbols() {
    assertThat(aspects(program(0, 0x1000, 0x0E, 3, 0x000A_0C00, 0x200)))
        .containsExactly(
            Aspect.change(
                ONE + "indirect symbol __TEXT,__stubs 0x0000000000001f00", "1 _puts", "0 _main"));
    byte[] right = PLAIN.clone();
    put(little(4, 0x0C00_0000), right, TABLES + 0x80);
    assertThat(aspects(right))
        .containsExactly(
            Aspect.change(
                ONE + "relocation __TEXT,__data 0x4",
                "type 1, symbol _puts, 8 bytes",
                "type 0, symbol _main, 4 bytes"));
  }

  @Test
  void loadCommandsAreToldByField() {
    assertThat(aspects(program(1, 0x1000, 0x0E, 3, 0x000A_0D01, 0x208)))
        .contains(
            Aspect.change(ONE + "LC_MAIN entryoff", "512", "520"),
            Aspect.change(ONE + "LC_VERSION_MIN_MACOSX version", "10.12.0", "10.13.1"),
            Aspect.change(ONE + "LC_VERSION_MIN_MACOSX sdk", "10.12.0", "10.13.1"));
    byte[] right = PLAIN.clone();
    int segment = 32;
    right[12] = 6;
    right[24] = 5;
    right[segment + 25] = 0x20;
    right[segment + 60] = 7;
    right[segment + 72 + 80 + 52] = 4;
    right[right.length - 1] = PLAIN[right.length - 1];
    assertThat(aspects(right))
        .contains(
            Aspect.change(ONE + "filetype", "0x2 (MH_EXECUTE)", "0x6 (MH_DYLIB)"),
            Aspect.change(
                ONE + "flags",
                "0x85 (MH_NOUNDEFS, MH_DYLDLINK, MH_TWOLEVEL)",
                "0x5 (MH_NOUNDEFS, MH_DYLDLINK)"),
            Aspect.change(ONE + "LC_SEGMENT_64 __TEXT vmaddr", "0x1000", "0x2000"),
            Aspect.change(ONE + "LC_SEGMENT_64 __TEXT initprot", "r-x", "rwx"),
            Aspect.change(ONE + "section __TEXT,__data align", "3", "4"));
  }

  @Test
  void theVersionOfTheSourceHasNoZerosAtItsEnd() {
    byte[] right = PLAIN.clone();
    int version = 32 + 232 + 24 + 80 + 24 + 16 + 8;
    right[version + 5] = 6;
    assertThat(aspects(right))
        .contains(Aspect.change(ONE + "LC_SOURCE_VERSION version", "5.2", "6.2"));
  }

  @Test
  void whoSignedWhatAndWithWhichRightsIsTold() {
    // A text of the program as well, for else it is another signature of the same.
    byte[] left = ForgedPrograms.machO("one", "/a", 1, signature(2, "dev.one", "<a/>", "TEAM1"));
    byte[] right =
        ForgedPrograms.machO("two", "/a", 1, signature(0x10000, "dev.one", "<b/>", "TEAM2"));
    assertThat(aspects(left, right))
        .contains(
            Aspect.change(
                ONE + "code signature slot 0x0 flags", "0x2 (adhoc)", "0x10000 (runtime)"),
            Aspect.change(ONE + "code signature slot 0x0 team", "TEAM1", "TEAM2"),
            Aspect.change(ONE + "code signature slot 0x5 entitlements", "<a/>", "<b/>"))
        .extracting(Aspect::what)
        .doesNotContain(ONE + "code signature slot 0x0 identifier");
  }

  private static String signature(int flags, String identifier, String rights, String team) {
    byte[] texts = bytes(identifier + "\0" + team + "\0");
    byte[] directory =
        big(
            0xFADE0C02,
            52 + texts.length,
            0x20200,
            flags,
            0,
            52,
            0,
            0,
            0x200,
            (byte) 32,
            (byte) 2,
            (byte) 0,
            (byte) 12,
            0,
            0,
            52 + identifier.length() + 1,
            texts);
    byte[] entitlements = big(0xFADE7171, 8 + rights.length(), rights);
    byte[] all =
        big(
            0xFADE0CC0,
            28 + directory.length + entitlements.length,
            2,
            0,
            28,
            5,
            28 + directory.length,
            directory,
            entitlements);
    return new String(all, StandardCharsets.ISO_8859_1);
  }

  /** Whatever lies: a table, a count, a place. */
  @Test
  void noByteDiffersUnnoticed() {
    for (int at = 4; at < PLAIN.length; at++) {
      for (int mask : new int[] {0x01, 0x80, 0xFF}) {
        byte[] flipped = PLAIN.clone();
        flipped[at] ^= (byte) mask;
        assertThat(Compared.bytes(PLAIN, flipped).comparison().findings())
            .as("byte %#x with %#x", at, mask)
            .isNotEmpty()
            .allSatisfy(finding -> assertThat(finding.aspects()).isNotEmpty());
      }
    }
  }

  private static List<Aspect> aspects(byte[] right) {
    return aspects(PLAIN, right);
  }

  private static List<Aspect> aspects(byte[] left, byte[] right) {
    return Compared.bytes(left, right).isDifferent().comparison().findings().stream()
        .flatMap(finding -> finding.aspects().stream())
        .toList();
  }
}
