package dev.assay.formats.arsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Seeds;
import dev.assay.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The sample was written by aapt2: {@code string/again} refers to {@code string/app_name}, which is
 * given in three languages; {@code xml/net} is a file.
 */
class ResourceTableTest {
  private static final int AGAIN = 0x7F010000;
  private static final int APP_NAME = 0x7F010001;
  private static final int NET = 0x7F020000;

  @Test
  void namesResourcesAndFollowsReferences() throws IOException {
    ResourceTable table = ResourceTable.read(Bytes.of(sample()));
    assertEquals(Optional.of("string/app_name"), table.name(APP_NAME));
    assertEquals(Optional.of("Control"), table.text(APP_NAME));
    assertEquals(Optional.of("Control"), table.text(AGAIN));
    assertEquals(Optional.of("xml/net"), table.name(NET));
    assertEquals(Optional.of("res/xml/net.xml"), table.text(NET));
  }

  @Test
  void keepsTheLanguagesApart() throws IOException {
    ResourceTable table = ResourceTable.read(Bytes.of(sample()));
    assertEquals(List.of("de", "sr"), List.copyOf(table.languages()));
    assertEquals(
        List.of("Control", "Kontrolle", "Kontrola"),
        table.values(APP_NAME).stream().map(ResourceValue::text).toList());
  }

  @Test
  void givesEachResourceInEachConfiguration() throws IOException {
    Map<String, String> found = new TreeMap<>();
    ResourceTable.read(Bytes.of(sample()))
        .entries((id, name, in, value) -> found.put((name + " " + in).strip(), value));
    assertEquals("Control", found.get("string/app_name"));
    assertEquals("Kontrolle", found.get("string/app_name de 000000006465"));
    assertEquals("type 0x1, 0x7f010001", found.get("string/again"));
    assertEquals("res/xml/net.xml", found.get("xml/net"));
  }

  @Test
  void givesUpOnReferencesInACircle() throws IOException {
    byte[] content = sample();
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (bytes.getInt(at) != APP_NAME) {
      at++;
    }
    bytes.putInt(at, AGAIN);
    ResourceTable table = ResourceTable.read(Bytes.of(content));
    Malformed circle = assertThrows(Malformed.class, () -> table.text(AGAIN));
    assertEquals("arsc.cycle", circle.problem().code());
    assertEquals(Optional.of("Control"), table.text(APP_NAME));
    assertEquals(List.of(), table.problems());
    table.texts((id, name, text) -> {});
    assertEquals(List.of(circle.problem()), table.problems());
  }

  @Test
  void aChunkOfNoTypeIsPassedOverAndSaysSo() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(sample()).order(ByteOrder.LITTLE_ENDIAN);
    int packageAt = 12 + bytes.getInt(16);
    int poolAt = packageAt + bytes.getShort(packageAt + 2);
    bytes.putShort(poolAt, (short) 0x0777);
    ResourceTable table = ResourceTable.read(Bytes.of(bytes.array()));
    assertEquals(
        List.of(
            new Problem(
                "arsc.chunk-type", poolAt, "a chunk of type 0777, which is none; passed over")),
        table.problems());
    assertEquals(Optional.of("Control"), table.text(APP_NAME));
  }

  @Test
  void knowsNothingOfResourcesThatAreNotThere() throws IOException {
    ResourceTable table = ResourceTable.read(Bytes.of(sample()));
    for (int id : new int[] {0, 0x01010003, 0x7F010002, 0x7F030000, -1}) {
      assertEquals(Optional.empty(), table.name(id));
      assertEquals(Optional.empty(), table.text(id));
    }
  }

  @Test
  void saysWhereAChunkIsLongerThanItsFileAndKeepsWhatStandsBefore() throws IOException {
    byte[] content = sample();
    content[content.length - 1] = 0;
    byte[] cut = Arrays.copyOf(content, content.length - 40);
    List<Problem> problems = ResourceTable.read(Bytes.of(cut)).problems();
    assertEquals(1, problems.size());
    assertEquals("arsc.chunk-size", problems.getFirst().code());
    int pool = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(12 + 4);
    assertEquals(12 + pool, problems.getFirst().offset());
  }

  @Test
  void doesNotTakeAnEntryOutsideOfItsChunkForOneThatIsNotThere() throws IOException {
    byte[] content = sample();
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    ResourceTable table = ResourceTable.read(Bytes.of(content));
    int id = someText(table);
    int at = 12;
    while (bytes.getShort(at) != 0x200) {
      at += bytes.getInt(at + 4);
    }
    int end = at + bytes.getInt(at + 4);
    for (at += bytes.getShort(at + 2); at < end; at += bytes.getInt(at + 4)) {
      if (bytes.getShort(at) == 0x201) {
        bytes.putInt(at + 16, 0x7FFFFFF0);
      }
    }
    ResourceTable damaged = ResourceTable.read(Bytes.of(content));
    Malformed refused = assertThrows(Malformed.class, () -> damaged.text(id));
    assertEquals("arsc.entry", refused.problem().code());
  }

  private static int someText(ResourceTable table) {
    return IntStream.rangeClosed(1, 9)
        .map(type -> 0x7F000000 | type << 16)
        .filter(id -> table.text(id).isPresent())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refusesATypeInMoreConfigurationsThanThereAre() {
    int types = 6_000;
    int inner = 288 + 24 * types;
    ByteBuffer table = ByteBuffer.allocate(12 + inner).order(ByteOrder.LITTLE_ENDIAN);
    table.putShort((short) 2).putShort((short) 12).putInt(12 + inner).putInt(1);
    table.putShort((short) 0x200).putShort((short) 288).putInt(inner).putInt(0x7F);
    for (int i = 0; i < types; i++) {
      table.position(300 + 24 * i);
      table.putShort((short) 0x201).putShort((short) 24).putInt(24).put((byte) 1);
    }
    List<Problem> problems = ResourceTable.read(Bytes.of(table.array())).problems();
    assertEquals("arsc.chunks", problems.getFirst().code());
  }

  @Test
  void opensNoPackageInAPackage() throws IOException {
    byte[] content = sample();
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int at = 12;
    while (bytes.getShort(at) != 0x200) {
      at += bytes.getInt(at + 4);
    }
    // The header ends where the package begins, so that it would hold itself.
    bytes.putShort(at + 2, (short) 0);
    readAll(content);
    assertEquals(content.length - at, bytes.getInt(at + 4));
  }

  @Test
  void readsDamagedTablesToTheEndOrRefusesThem() throws IOException {
    byte[] sample = sample();
    Seeds.plant("dev.assay.formats.arsc", sample);
    Random random = new Random(42);
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = sample.clone();
      for (int change = random.nextInt(6); change >= 0; change--) {
        int value = new int[] {0, 0x7F, 0x80, 0xFF, random.nextInt(256)}[random.nextInt(5)];
        damaged[random.nextInt(damaged.length)] = (byte) value;
      }
      readAll(damaged);
    }
  }

  /** Asks a table for all it may hold; only {@link Malformed} may be thrown. */
  static void readAll(byte[] content) {
    try {
      ResourceTable.read(Bytes.of(content)).entries((id, name, in, value) -> {});
    } catch (Malformed refused) {
      // Its other questions are asked all the same.
    }
    try {
      ResourceTable table = ResourceTable.read(Bytes.of(content));
      table.languages();
      for (int type = 0; type < 4; type++) {
        for (int entry = 0; entry < 4; entry++) {
          int id = 0x7F000000 | type << 16 | entry;
          asked(table, id);
        }
      }
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }

  private static void asked(ResourceTable table, int id) {
    try {
      table.name(id);
      table.text(id);
    } catch (Malformed refused) {
      // The next entry may be whole.
    }
  }

  private static byte[] sample() throws IOException {
    try (InputStream in = ResourceTableTest.class.getResourceAsStream("control.arsc")) {
      return in.readAllBytes();
    }
  }
}
