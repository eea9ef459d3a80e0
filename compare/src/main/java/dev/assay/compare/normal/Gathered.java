package dev.assay.compare.normal;

import dev.assay.formats.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bytes by what they are, in the order in which they come; of very many only a digest. */
final class Gathered {
  private static final int WHOLE = 64 << 10;

  private record One(ByteArrayOutputStream start, Digest digest) {}

  private final Map<String, One> found = new TreeMap<>();

  void add(String what, Bytes bytes) {
    One one =
        found.computeIfAbsent(what, name -> new One(new ByteArrayOutputStream(), new Digest()));
    byte[] size = (bytes.size() + ":").getBytes(StandardCharsets.US_ASCII);
    one.digest.update(size, 0, size.length);
    one.digest.update(bytes, 0, bytes.size());
    if (one.start.size() <= WHOLE) {
      one.start.writeBytes(size);
      one.start.writeBytes(bytes.head(WHOLE).bytes(0, (int) Math.min(WHOLE, bytes.size())));
    }
  }

  List<Kept> kept() {
    return found.entrySet().stream().map(each -> kept(each.getKey(), each.getValue())).toList();
  }

  private static Kept kept(String what, One one) {
    boolean whole = one.start.size() < WHOLE;
    return new Kept(what, whole ? one.start.toByteArray() : one.digest.whole());
  }
}
