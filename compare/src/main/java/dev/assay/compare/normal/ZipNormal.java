package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.Deflate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * ZIP, Java archives and Android packages: entries of the central directory without flags of the
 * compressor (8), method (10), time (12), CRC and sizes (16) and offset (42), in the order of
 * names; extra fields without those for times and alignment; internal attributes (36). What lies
 * between members is the APK signing block, zeros, or left. The directory may stand before the
 * members, as Mozilla has it.
 */
final class ZipNormal implements Normaliser {
  private static final int END = 22;
  private static final int CENTRAL = 46;
  private static final int LOCAL = 30;
  private static final int DEFLATED = 8;
  private static final int MAX_GAP = 16 << 20;
  private static final byte[] SIGNING =
      "APK Sig Block 42".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private record Range(long start, long end) {}

  @Override
  public boolean takes(String type) {
    return type.equals("application/zip")
        || type.equals("application/java-archive")
        || type.equals("application/vnd.android.package-archive");
  }

  @Override
  public Normal normalise(Bytes content) {
    long end = end(content);
    Block trailer = content.block(end, END);
    long at = trailer.u32le(16);
    int count = trailer.u16le(10);
    if (at == 0xFFFF_FFFFL || count == 0xFFFF) {
      throw new Malformed("zip.zip64", end, "ZIP64 is not normalised");
    }
    Headers headers = new Headers();
    List<String> methods = new ArrayList<>();
    SortedMap<String, String> sizes = new TreeMap<>();
    List<String> times = new ArrayList<>();
    SortedMap<String, String> moments = new TreeMap<>();
    long compressed = 0;
    long plain = 0;
    List<Range> taken = new ArrayList<>();
    List<Kept> sealed = new ArrayList<>();
    long directory = at;
    for (int i = 0; i < count; i++) {
      if (!content.has(at, (byte) 'P', (byte) 'K', (byte) 1, (byte) 2)) {
        throw new Malformed("zip.central", at, "no entry of the central directory");
      }
      Block entry = content.block(at, CENTRAL);
      int nameSize = entry.u16le(28);
      int extraSize = entry.u16le(30);
      int commentSize = entry.u16le(32);
      String name = content.block(at + CENTRAL, nameSize).latin1(0, nameSize);
      long start = entry.u32le(42);
      Block local = content.block(start, LOCAL);
      int localName = local.u16le(26);
      int localExtra = local.u16le(28);
      long data = start + LOCAL + localName + localExtra;
      taken.add(new Range(start, data + entry.u32le(20)));
      Block extra = content.block(at + CENTRAL + nameSize, extraSize);
      Block localExtras = content.block(start + LOCAL + localName, localExtra);
      times.add(name + times(extra) + times(localExtras));
      moments.put("`" + name + "`", ZipTimes.told(localExtras.size() > 0 ? localExtras : extra));
      compressed += entry.u32le(20);
      plain += entry.u32le(24);
      methods.add(
          name + " " + entry.u16le(10) + " " + (entry.u16le(8) & 6) + " " + entry.u32le(20));
      sizes.put(
          "`" + name + "`", "method %d, %d bytes".formatted(entry.u16le(10), entry.u32le(20)));
      if (isEncrypted(entry)) {
        encrypted(content, entry, name, data, sealed);
      }
      if (SignatureFiles.NAME.matcher(name).matches()) {
        at += CENTRAL + nameSize + extraSize + commentSize;
        continue;
      }
      headers.add(
          name,
          TarNormal.concat(
              fixed(entry),
              content.block(at + CENTRAL, nameSize).bytes(0, nameSize),
              extra(extra),
              content.block(at + CENTRAL + nameSize + extraSize, commentSize).bytes(0, commentSize),
              content.block(start + LOCAL, localName).bytes(0, localName),
              extra(localExtras),
              behindStream(content, entry, data)),
          entry.u16le(12) + ((long) entry.u16le(14) << 16));
      at += CENTRAL + nameSize + extraSize + commentSize;
    }
    boolean ahead = taken.stream().anyMatch(range -> range.start() > directory);
    if (ahead) {
      taken.add(new Range(directory, at));
    }
    List<Trait> traits = new ArrayList<>();
    traits.addAll(headers.traits("zip", Prints::dosTime));
    times.sort(Comparator.naturalOrder());
    traits.add(
        new Trait(
            Equivalence.MTIME,
            "zip times in extra fields",
            Prints.of(times, "times of members"),
            moments));
    methods.sort(Comparator.naturalOrder());
    traits.add(
        new Trait(
            Equivalence.COMPRESSION,
            "zip compression",
            Prints.of(methods, "%d bytes of %d".formatted(compressed, plain)),
            sizes));
    List<Kept> kept = new ArrayList<>(headers.kept("zip"));
    kept.addAll(sealed);
    kept.add(
        new Kept(
            "bytes between zip members", between(content, taken, ahead ? end : directory, traits)));
    kept.add(Kept.of("zip comment", content.from(end + END)));
    kept.add(Kept.of("zip end", content.slice(at, ahead ? 0 : Math.max(0, end - at))));
    return new Normal(kept, traits);
  }

  private static byte[] fixed(Block entry) {
    byte[] left = entry.bytes(0, CENTRAL);
    // Bits 1 and 2 tell how hard deflate tried; bit 3 that sizes follow the data.
    left[8] &= (byte) ~0b1110;
    left[4] = 0;
    left[6] = 0;
    Arrays.fill(left, 10, 28, (byte) 0);
    Arrays.fill(left, 30, 32, (byte) 0);
    // Whether it looks like text is what the compressor made of it.
    Arrays.fill(left, 36, 38, (byte) 0);
    Arrays.fill(left, 42, 46, (byte) 0);
    return left;
  }

  /** What a member holds behind the end of its deflate stream. */
  private static byte[] behindStream(Bytes content, Block entry, long data) {
    if (isEncrypted(entry) || entry.u16le(10) != DEFLATED) {
      return new byte[0];
    }
    long end = Deflate.end(content, data, entry.u32le(24));
    return content.slice(end, Math.max(0, data + entry.u32le(20) - end)).toArray(MAX_GAP);
  }

  private static boolean isEncrypted(Block entry) {
    return (entry.u16le(8) & 1) != 0;
  }

  /** What cannot be opened, as it is, and by the checksum of what it was. */
  private static void encrypted(
      Bytes content, Block entry, String name, long data, List<Kept> into) {
    String sum = "%d bytes, CRC-32 %08x".formatted(entry.u32le(24), entry.i32le(16));
    into.add(
        new Kept("content of encrypted `" + name + "`", sum.getBytes(StandardCharsets.US_ASCII)));
    into.add(Kept.of("bytes of encrypted `" + name + "`", content.slice(data, entry.u32le(20))));
  }

  /** Without extended timestamps, NTFS times, and alignment of Android packages. */
  private static byte[] extra(Block extra) {
    ByteArrayOutputStream left = new ByteArrayOutputStream();
    int at = 0;
    while (at + 4 <= extra.size()) {
      int id = extra.u16le(at);
      int size = Math.min(4 + extra.u16le(at + 2), extra.size() - at);
      boolean alignment = id == 0xD935 && isZero(extra.bytes(at, size), Math.min(6, size));
      if (!ZipTimes.isAny(id, size) && !alignment) {
        left.writeBytes(extra.bytes(at, size));
      }
      at += size;
    }
    for (; at < extra.size(); at++) {
      if (extra.u8(at) != 0) {
        left.write(extra.u8(at));
      }
    }
    return left.toByteArray();
  }

  private static String times(Block extra) {
    StringBuilder found = new StringBuilder();
    int at = 0;
    while (at + 4 <= extra.size()) {
      int size = Math.min(4 + extra.u16le(at + 2), extra.size() - at);
      if (ZipTimes.isAny(extra.u16le(at), size)) {
        found.append(' ').append(HexFormat.of().formatHex(extra.bytes(at, size)));
      }
      at += size;
    }
    return found.toString();
  }

  private static byte[] between(
      Bytes content, List<Range> taken, long directory, List<Trait> traits) {
    taken.sort(Comparator.comparingLong(Range::start));
    ByteArrayOutputStream left = new ByteArrayOutputStream();
    String signature = "";
    long padding = 0;
    long at = 0;
    for (int i = 0; i <= taken.size(); i++) {
      long next = i < taken.size() ? taken.get(i).start() : directory;
      if (next > at) {
        byte[] gap = content.slice(at, next - at).toArray(MAX_GAP);
        int from = i > 0 ? descriptor(gap) : 0;
        if (i == taken.size() && endsWith(gap, SIGNING)) {
          signature = Prints.of(Bytes.of(gap));
        } else if (isZero(gap, from)) {
          padding += gap.length - from;
        } else {
          left.write(gap, from, gap.length - from);
        }
      }
      at = Math.max(at, i < taken.size() ? taken.get(i).end() : at);
    }
    traits.add(new Trait(Equivalence.SIGNATURE, "APK signing block", signature));
    traits.add(new Trait(Equivalence.PADDING, "zip padding", padding + " zero bytes"));
    return left.toByteArray();
  }

  /** Length of the data descriptor at the start: CRC-32 and both sizes behind a signature. */
  private static int descriptor(byte[] gap) {
    return gap.length >= 16 && gap[0] == 'P' && gap[1] == 'K' && gap[2] == 7 && gap[3] == 8
        ? 16
        : 0;
  }

  private static boolean endsWith(byte[] gap, byte[] end) {
    int from = gap.length - end.length;
    return from >= 0 && Arrays.equals(gap, from, gap.length, end, 0, end.length);
  }

  private static boolean isZero(byte[] gap, int from) {
    for (int i = from; i < gap.length; i++) {
      if (gap[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static long end(Bytes content) {
    for (long at = content.size() - END; at >= Math.max(0, content.size() - END - 0xFFFF); at--) {
      if (content.has(at, (byte) 'P', (byte) 'K', (byte) 5, (byte) 6)
          && content.block(at, END).u16le(20) == content.size() - at - END) {
        return at;
      }
    }
    throw new Malformed("zip.end", content.size(), "no end of the central directory");
  }
}
