package dev.assay.compare.change.language;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Sets;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Objects that R wrote, and databases of them from which packages are loaded (R Internals, “Lazy
 * loading”): one behind the other, each with its length (4, big-endian) before a stream of zlib.
 */
public final class RChanges implements Change {
  private static final int MAX = 256 << 20;
  private static final int MOST = 100_000;

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return type.isEmpty()
        && (RReader.isAt(left) && RReader.isAt(right) || isDatabase(left) && isDatabase(right));
  }

  private static boolean isDatabase(Bytes content) {
    if (content.size() < 16 || content.size() > MAX) {
      return false;
    }
    int header = content.block(4, 2).u16be(0);
    return header >> 8 == 0x78 && header % 31 == 0;
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    List<Aspect> found = new ArrayList<>();
    if (RReader.isAt(left)) {
      Sets.members("R object", lines(left), lines(right), most, found);
    } else {
      Sets.members("R object", database(left), database(right), most, found);
    }
    return found;
  }

  private static List<String> lines(Bytes content) {
    List<String> lines = new ArrayList<>(RText.of(RReader.read(content)));
    lines.add(RReader.header(content));
    return lines;
  }

  /**
   * @throws Malformed where it is not all records
   */
  private static List<String> database(Bytes content) {
    List<String> lines = new ArrayList<>();
    byte[] all = content.toArray(MAX);
    Inflater inflater = new Inflater();
    long total = 0;
    int at = 0;
    try {
      while (at < all.length) {
        long size = content.block(at, 4).u32be(0);
        total += size;
        if (total > MAX || lines.size() > MOST) {
          throw new Malformed("r.database", at, "records of more than " + MAX + " bytes");
        }
        inflater.reset();
        inflater.setInput(all, at + 4, all.length - at - 4);
        lines.addAll(lines(Bytes.of(record(inflater, (int) size, at))));
        at += 4 + (int) inflater.getBytesRead();
      }
      return lines;
    } catch (DataFormatException e) {
      throw new Malformed("r.database", at, "a record that is damaged");
    } finally {
      inflater.end();
    }
  }

  private static byte[] record(Inflater inflater, int size, int at) throws DataFormatException {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    byte[] step = new byte[1 << 13];
    while (!inflater.finished()) {
      int more = inflater.inflate(step);
      record.write(step, 0, more);
      if (more == 0 && !inflater.finished() || record.size() > size) {
        break;
      }
    }
    if (record.size() != size) {
      throw new Malformed("r.database", at, "a record that does not have its size");
    }
    return record.toByteArray();
  }
}
