package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * File systems whose builds differ in single fields. The fields that builds may leave different are
 * taken out; all else is kept byte for byte, whether a member shows it or not. Where files lie, and
 * how they are compressed, has to be the same.
 */
abstract class MaskedNormal implements Normaliser {
  private static final int MOST_SHOWN = 10_000;

  private final String type;
  private final String name;

  MaskedNormal(String type, String name) {
    this.type = type;
    this.name = name;
  }

  /** Tells every field that builds may leave different. */
  abstract void tell(Bytes content, Fields fields);

  /** The fields of one image. */
  static final class Fields {
    private final Map<Long, Integer> lengths = new TreeMap<>();
    private final Bytes content;
    private final SortedMap<String, String> shown = new TreeMap<>();
    private final Digest times = new Digest();
    private final Digest ids = new Digest();

    Fields(Bytes content) {
      this.content = content;
    }

    /** A time at which the image was made, or a file of it. */
    Fields time(long at, int length) {
      return field(at, length, times);
    }

    /**
     * A time of which more is told than that there is one.
     *
     * @param of what it is the time of
     */
    Fields time(long at, int length, String of, String text) {
      if (shown.size() < MOST_SHOWN) {
        shown.put(of, text);
      }
      return time(at, length);
    }

    /** The image's id, or what follows from the fields that were told: a checksum. */
    Fields id(long at, int length) {
      return field(at, length, ids);
    }

    private Fields field(long at, int length, Digest digest) {
      Block block = content.block(at, length);
      digest.update(block.array(), block.arrayOffset(), length);
      lengths.merge(at, length, Math::max);
      return this;
    }
  }

  @Override
  public final boolean takes(String wanted) {
    return type.equals(wanted);
  }

  @Override
  public final Normal normalise(Bytes content) {
    Fields fields = new Fields(content);
    tell(content, fields);
    return new Normal(
        List.of(new Kept(name + " bytes that are no times", rest(content, fields.lengths))),
        List.of(
            new Trait(Equivalence.MTIME, name + " times", fields.times.text(), fields.shown),
            new Trait(Equivalence.LAYOUT, name + " id and checksums", fields.ids.text())));
  }

  /** A print of the content with each field as zeros. */
  private static byte[] rest(Bytes content, Map<Long, Integer> fields) {
    Digest digest = new Digest();
    long at = 0;
    for (Map.Entry<Long, Integer> field : fields.entrySet()) {
      if (field.getKey() > at) {
        digest.update(content, at, field.getKey());
        at = field.getKey();
      }
      int masked = (int) (field.getKey() + field.getValue() - at);
      if (masked > 0) {
        digest.update(new byte[masked], 0, masked);
        at += masked;
      }
    }
    digest.update(content, at, content.size());
    return digest.whole();
  }
}
