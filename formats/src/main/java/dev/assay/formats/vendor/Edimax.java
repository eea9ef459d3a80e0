package dev.assay.formats.vendor;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the headers of Edimax and of Realtek's boot loader. */
public final class Edimax implements Encoding {
  private static final Set<String> REALTEK =
      Set.of("cs6c", "cr6c", "csro", "csys", "w6cg", "w6cp", "r6cr", "r6cp");

  @Override
  public String type() {
    return "application/vnd.edimax.firmware";
  }

  @Override
  public boolean recognises(Bytes content) {
    return payload(content).isPresent();
  }

  /**
   * @param bytes the payload with its checksum, which ends it
   */
  private record Payload(Bytes bytes, ByteOrder order) {}

  private static Optional<Payload> payload(Bytes content) {
    if (content.size() < 22) {
      return Optional.empty();
    }
    int first = content.block(0, 1).u8(0);
    if (first != 'c' && first != 'w' && first != 'r' && first != 'C') {
      return Optional.empty();
    }
    String magic = content.block(0, 4).latin1(0, 4);
    if (REALTEK.contains(magic)) {
      return payload(content, 16, 12, ByteOrder.BIG_ENDIAN);
    }
    return magic.equals("CSYS")
        ? payload(content, 20, 16, ByteOrder.LITTLE_ENDIAN)
            .or(() -> payload(content, 20, 16, ByteOrder.BIG_ENDIAN))
        : Optional.empty();
  }

  private static Optional<Payload> payload(
      Bytes content, int header, int lengthAt, ByteOrder order) {
    long length = new Fields(content.block(0, header), order).u32(lengthAt);
    return length > 2 && length <= content.size() - header
        ? Optional.of(new Payload(content.slice(header, length), order))
        : Optional.empty();
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Payload payload =
        payload(content).orElseThrow(() -> new Malformed("edimax.header", 0, "not such a header"));
    Bytes bytes = payload.bytes();
    long end = bytes.size() - 2;
    int sum = sum(bytes, payload.order());
    String message = "16-bit words sum up to " + Integer.toHexString(sum) + ", expected 0";
    long consumed = bytes.size() + (content.has(0, "CSYS") ? 20 : 16);
    return new Decoded(
        bytes.slice(0, end),
        consumed,
        "",
        sum == 0 ? List.of() : List.of(new Problem("edimax.checksum", consumed - 2, message)));
  }

  private static int sum(Bytes bytes, ByteOrder order) {
    int[] sum = {0};
    boolean little = order.equals(ByteOrder.LITTLE_ENDIAN);
    // Steps are even, so a word never lies across two.
    Sums.each(
        bytes,
        (array, from, length) -> {
          for (int i = 0; i + 1 < length; i += 2) {
            int first = array[from + i] & 0xFF;
            int second = array[from + i + 1] & 0xFF;
            sum[0] += little ? second << 8 | first : first << 8 | second;
          }
        });
    return sum[0] & 0xFFFF;
  }
}
