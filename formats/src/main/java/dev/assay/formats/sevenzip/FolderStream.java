package dev.assay.formats.sevenzip;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Solid;
import dev.assay.formats.stream.BytesStream;
import dev.assay.formats.stream.Decoding;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder and where it is packed.
 *
 * @param sizes bytes that each of its coders gives
 * @param packed where each of its packed streams begins in the archive, and behind the last of them
 *     its end
 */
record FolderStream(Bytes archive, Folder folder, List<Long> sizes, List<Long> packed) {
  /** Bytes of the folder, unpacked. */
  long size() {
    return sizes.get(folder.last());
  }

  /** Bytes of the dictionaries that unpacking it takes. */
  long dictionaries() {
    long sum = 0;
    for (int i = 0; i < sizes.size(); i++) {
      sum += Math.min(folder.coders().get(i).dictionary(), sizes.get(i));
    }
    return sum;
  }

  /**
   * @throws Malformed where nothing of it can be read
   */
  Solid.Stream unpack(Memory memory) {
    Decoding decoding = new Decoding("7z", memory, archive.size(), size());
    List<BytesStream> sources = new ArrayList<>();
    for (int i = 0; i < packed.size() - 1; i++) {
      Bytes before = archive.slice(0, Math.min(packed.get(i + 1), archive.size()));
      sources.add(new BytesStream(before, Math.min(packed.get(i), before.size())));
    }
    BytesStream first = sources.getFirst();
    try (InputStream unpacked = output(folder.last(), sources)) {
      if (decoding.drain(new Cut(unpacked, size()), first) && decoding.size() < size()) {
        decoding.stop(
            "truncated",
            first.position(),
            "folder of " + size() + " bytes ends after " + decoding.size());
      }
    } catch (IOException | RuntimeException damage) {
      decoding.damaged(damage, packed.getFirst());
    }
    Encoding.Decoded decoded = decoding.finish(0);
    Optional<Malformed> damage = decoded.problems().stream().findFirst().map(Malformed::new);
    return new Solid.Stream(decoded.bytes(), decoded.bytes().size(), damage);
  }

  /** Ends: each output is taken once and the last by nobody, so no coder is behind itself. */
  private InputStream output(int coder, List<BytesStream> sources) throws IOException {
    int first = 0;
    for (Coder each : folder.coders().subList(0, coder)) {
      first += each.inputs();
    }
    Coder itself = folder.coders().get(coder);
    List<InputStream> inputs = new ArrayList<>();
    for (int i = first; i < first + itself.inputs(); i++) {
      int bond = folder.bonds().get(i);
      inputs.add(bond < 0 ? sources.get(folder.packed().get(i)) : output(bond, sources));
    }
    return Method.open(itself, inputs, sizes.get(coder));
  }

  /** The first bytes of a stream. */
  private static final class Cut extends InputStream {
    private final InputStream all;
    private long left;

    Cut(InputStream all, long size) {
      this.all = all;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = all.read(into, from, (int) Math.min(left, length));
      left -= Math.max(read, 0);
      return read;
    }
  }
}
