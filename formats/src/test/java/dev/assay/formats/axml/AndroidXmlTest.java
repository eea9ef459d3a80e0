package dev.assay.formats.axml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.apk.ApkDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What packers do to a manifest that aapt compiled, and that Android installs all the same. */
class AndroidXmlTest {
  private static final int FIRST = 8;
  private static final int RESOURCE_MAP = 0x0180;
  private static final int FIRST_NODE = 0x0100;
  private static final int START_ELEMENT = 0x0102;

  private final List<byte[]> chunks = new ArrayList<>();
  private Element manifest;

  @BeforeEach
  void aManifest() throws IOException {
    try (InputStream in =
        AndroidXmlTest.class.getResourceAsStream("/dev/assay/formats/apk/control.apk")) {
      byte[] xml =
          ApkDirectory.of(Bytes.of(in.readAllBytes()))
              .orElseThrow()
              .open("AndroidManifest.xml")
              .orElseThrow()
              .toArray(1 << 20);
      for (int at = FIRST; at < xml.length; ) {
        int size = little(xml).getInt(at + 4);
        chunks.add(Arrays.copyOfRange(xml, at, at + size));
        at += size;
      }
    }
    manifest = AndroidXml.read(Bytes.of(joined(3)));
  }

  @Test
  void goesByTheLastStringPoolBeforeTheFirstNode() {
    byte[] decoy = chunks.getFirst().clone();
    Arrays.fill(decoy, little(decoy).getInt(20) + 4, decoy.length, (byte) 'x');
    chunks.addFirst(decoy);
    chunks.add(firstNode() + 1, decoy);
    assertReadsTheSame();
  }

  @Test
  void goesByTheLastResourceMapBeforeTheFirstNode() {
    byte[] map = chunks.stream().filter(each -> type(each) == RESOURCE_MAP).findFirst().get();
    byte[] decoy = map.clone();
    Arrays.fill(decoy, FIRST, decoy.length, (byte) 1);
    chunks.addFirst(decoy);
    chunks.add(firstNode() + 1, decoy);
    assertReadsTheSame();
  }

  @Test
  void takesHeadersToBeAsLongAsTheySay() {
    for (int i = 0; i < chunks.size(); i++) {
      if (type(chunks.get(i)) == START_ELEMENT) {
        chunks.set(i, withLongerHeader(chunks.get(i)));
      }
    }
    byte[] pool = withLongerHeader(chunks.getFirst());
    little(pool).putInt(20, little(pool).getInt(20) + 4);
    chunks.set(0, pool);
    assertReadsTheSame();
  }

  @Test
  void readsNothingAfterTheRootElement() {
    chunks.add(new byte[] {2, 1, 16, 0, -1, -1, -1, 0x7F});
    assertReadsTheSame();
  }

  @Test
  void doesNotMindWhatTypeTheFileSaysItIs() {
    assertEquals(manifest, AndroidXml.read(Bytes.of(joined(0))));
  }

  @Test
  void refusesAStringPoolWithoutAHeader() {
    little(chunks.getFirst()).putShort(2, (short) 8);
    Malformed refused = assertThrows(Malformed.class, () -> AndroidXml.read(Bytes.of(joined(3))));
    assertEquals("axml.string-pool", refused.problem().code());
  }

  private void assertReadsTheSame() {
    assertEquals(manifest, AndroidXml.read(Bytes.of(joined(3))));
  }

  private int firstNode() {
    for (int i = 0; i < chunks.size(); i++) {
      if (type(chunks.get(i)) >= FIRST_NODE && type(chunks.get(i)) != RESOURCE_MAP) {
        return i;
      }
    }
    throw new AssertionError("no node");
  }

  private static byte[] withLongerHeader(byte[] chunk) {
    int header = little(chunk).getShort(2);
    byte[] longer = new byte[chunk.length + 4];
    System.arraycopy(chunk, 0, longer, 0, header);
    System.arraycopy(chunk, header, longer, header + 4, chunk.length - header);
    little(longer).putShort(2, (short) (header + 4)).putInt(4, longer.length);
    return longer;
  }

  private static int type(byte[] chunk) {
    return little(chunk).getShort(0);
  }

  private byte[] joined(int type) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(new byte[FIRST]);
    chunks.forEach(content::writeBytes);
    byte[] xml = content.toByteArray();
    little(xml).putShort((short) type).putShort((short) FIRST).putInt(xml.length);
    return xml;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
