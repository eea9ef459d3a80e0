package dev.assay.formats.dex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Seeds;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Adler32;
import org.junit.jupiter.api.Test;

class DexTest {
  private static final int STRINGS = 0x70;
  private static final int CODE = 0xC0;

  @Test
  void namesWhatAMethodCallsAndSkipsPayloads() throws Exception {
    Dex dex = Dex.read(Bytes.of(sample()));
    List<String> calls = new ArrayList<>();
    dex.walk(
        new CodeVisitor() {
          private String caller = "";

          @Override
          public void method(int method, int flags, int code) {
            caller = dex.methodName(method);
          }

          @Override
          public void call(int opcode, int target, int offset, Arguments arguments) {
            calls.add(
                caller
                    + " "
                    + Integer.toHexString(opcode)
                    + " "
                    + dex.methodClass(target)
                    + dex.methodName(target)
                    + " "
                    + (offset - CODE));
          }
        });
    assertEquals(List.of("é 6e La;é 16", "é 77 La;é 32"), calls);
    assertEquals(List.of(), dex.problems());
  }

  @Test
  void reportsAWrongChecksumAndSignature() throws Exception {
    byte[] bytes = sample();
    bytes[CODE + 4] ^= 1;
    assertEquals(
        List.of("dex.checksum", "dex.signature"),
        Dex.read(Bytes.of(bytes)).problems().stream().map(Problem::code).toList());
  }

  @Test
  void refusesAnotherByteOrder() throws Exception {
    byte[] bytes = sample();
    bytes[40] = 0x12;
    Malformed refused = assertThrows(Malformed.class, () -> Dex.read(Bytes.of(bytes)));
    assertEquals("dex.endian-tag", refused.problem().code());
  }

  @Test
  void readsATableOfTooManyEntriesAsEmpty() throws Exception {
    byte[] bytes = sample();
    Arrays.fill(bytes, 88, 92, (byte) 0xFF);
    assertEquals(0, Dex.read(Bytes.of(bytes)).methods());
  }

  @Test
  void readsEveryExecutableOfAContainer() throws Exception {
    byte[] first = container();
    List<Dex> found = Dex.all(Bytes.of(first));
    assertEquals(List.of("La;", "La;"), found.stream().map(dex -> dex.type(0)).toList());
    assertEquals(
        List.of("dex.checksum", "dex.signature"),
        found.get(1).problems().stream().map(Problem::code).toList(),
        "the second has no sums");
  }

  @Test
  void goesOnAfterAMethodThatCannotBeRead() throws Exception {
    byte[] bytes = sample();
    // Two methods: the first one's code lies outside the file.
    System.arraycopy(
        new byte[] {0, 0, 2, 0, 0, 1, (byte) 0xFF, 3, 0, 1, (byte) 0xC0, 1}, 0, bytes, 0xB0, 12);
    Dex dex = Dex.read(Bytes.of(bytes));
    List<Integer> calls = new ArrayList<>();
    dex.walk(
        new CodeVisitor() {
          @Override
          public void call(int opcode, int target, int offset, Arguments arguments) {
            calls.add(opcode);
          }
        });
    assertEquals(List.of(0x6E, 0x77), calls);
    assertEquals(
        List.of("dex.checksum", "dex.signature", "bytes.out-of-range"),
        dex.problems().stream().map(Problem::code).toList());
  }

  /** Version 041: a second header behind the first file, sharing its tables. */
  private static byte[] container() throws Exception {
    byte[] sample = sample();
    byte[] both = Arrays.copyOf(sample, sample.length + 0x78);
    System.arraycopy("041".getBytes(StandardCharsets.US_ASCII), 0, both, 4, 3);
    System.arraycopy(both, 0, both, sample.length, 0x70);
    ByteBuffer.wrap(both).order(ByteOrder.LITTLE_ENDIAN).putInt(sample.length + 32, 0x78);
    return both;
  }

  @Test
  void answersDamageWithProblemsOrMalformed() throws Exception {
    byte[] sample = sample();
    Seeds.plant("dev.assay.formats.dex", sample);
    Seeds.plant("dev.assay.formats.dex", Samples.program());
    for (int length = 0; length < sample.length; length++) {
      survives(Arrays.copyOf(sample, length));
    }
    Random random = new Random(7);
    for (int round = 0; round < 5000; round++) {
      byte[] damaged = sample.clone();
      for (int change = 0; change < 3; change++) {
        damaged[random.nextInt(damaged.length)] =
            (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
      }
      survives(damaged);
    }
  }

  static void survives(byte[] content) {
    try {
      for (Dex dex : Dex.all(Bytes.of(content))) {
        dex.walk(
            new CodeVisitor() {
              @Override
              public void method(int method, int flags, int code) {
                dex.line(code, 1);
              }
            });
        for (int i = 0; i < Math.min(8, dex.classes()); i++) {
          DexClass each = dex.classAt(i);
          dex.interfaces(each);
          dex.methodsOf(each);
          dex.staticValues(each);
          dex.annotations(each);
        }
        for (int i = 0; i < Math.min(8, dex.strings()); i++) {
          dex.string(i);
        }
      }
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }

  /** Class {@code La;} whose method é calls itself twice, with a payload between. */
  private static byte[] sample() throws Exception {
    ByteBuffer out = ByteBuffer.allocate(0x100).order(ByteOrder.LITTLE_ENDIAN);
    out.put(0, "dex\n035\0".getBytes(StandardCharsets.ISO_8859_1));
    out.putInt(32, out.capacity()).putInt(36, 0x70).putInt(40, 0x12345678);
    table(out, 56, 2, STRINGS);
    table(out, 64, 1, 0x78);
    table(out, 88, 1, 0x7C);
    table(out, 96, 1, 0x84);
    out.putInt(STRINGS, 0xA4).putInt(STRINGS + 4, 0xA9);
    out.putInt(0x80, 1);
    out.putInt(0x88, 1).putInt(0x8C, -1).putInt(0x94, -1).putInt(0x9C, 0xB0);
    out.put(0xA4, new byte[] {3, 'L', 'a', ';', 0, 1, (byte) 0xC3, (byte) 0xA9, 0});
    out.put(0xB0, new byte[] {0, 0, 1, 0, 0, 1, (byte) 0xC0, 1});
    out.putInt(CODE + 12, 12);
    int at = CODE + 16;
    for (int unit : new int[] {0x106E, 0, 0, 0x0300, 1, 1, 0, 0x6E, 0x0177, 0, 0, 0x000E}) {
      out.putShort(at, (short) unit);
      at += 2;
    }
    byte[] bytes = out.array();
    MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
    sha1.update(bytes, 32, bytes.length - 32);
    System.arraycopy(sha1.digest(), 0, bytes, 12, 20);
    Adler32 sum = new Adler32();
    sum.update(bytes, 12, bytes.length - 12);
    out.putInt(8, (int) sum.getValue());
    return bytes;
  }

  private static void table(ByteBuffer out, int field, int count, int offset) {
    out.putInt(field, count).putInt(field + 4, offset);
  }
}
