package dev.assay.formats.bootimage;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Reads boot and recovery images. */
public final class BootImage implements Container, Carvable {
  private static final String MAGIC = "ANDROID!";
  private static final int SMALLEST = 1632;
  private static final int FIRST_PAGED = 3;
  private static final int LAST_VERSION = 4;
  private static final int PAGE = 4096;
  private static final int ID_AT = 576;

  @Override
  public String type() {
    return "application/vnd.android.boot-image";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (!content.has(0, MAGIC) || content.size() < SMALLEST) {
      return false;
    }
    Block header = content.block(0, SMALLEST);
    return isPaged(header)
        ? header.u32le(20) >= 1580 && header.u32le(20) <= PAGE
        : Pages.isPageSize(header.u32le(36));
  }

  private static boolean isPaged(Block header) {
    long version = header.u32le(40);
    return version >= FIRST_PAGED && version <= LAST_VERSION;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!recognises(content)) {
      throw new Malformed("boot.header", 36, "no header with sizes that are in use");
    }
    Parts parts = new Parts(content, "boot", listing);
    Block header = content.block(0, SMALLEST);
    if (isPaged(header)) {
      unpackPaged(content, parts, header);
    } else {
      unpackOld(content, parts, header).forEach(listing::problem);
    }
    parts.finish();
  }

  private static void unpackPaged(Bytes content, Parts parts, Block header) {
    commandLine(parts, header, 44, 1536, PAGE);
    Pages pages = new Pages(content, parts, PAGE, PAGE);
    pages.add("kernel", header.u32le(8));
    pages.add("ramdisk", header.u32le(12));
    if (header.u32le(40) == LAST_VERSION) {
      pages.add("signature", header.u32le(1580));
    }
  }

  private static List<Problem> unpackOld(Bytes content, Parts parts, Block header) {
    long pageSize = header.u32le(36);
    long version = header.u32le(40);
    commandLine(parts, header, 64, 512, Math.min(content.size(), pageSize));
    Pages pages = new Pages(content, parts, pageSize, SMALLEST);
    List<Bytes> digested = new ArrayList<>();
    digested.add(pages.add("kernel", header.u32le(8)));
    digested.add(pages.add("ramdisk", header.u32le(16)));
    digested.add(pages.add("second", header.u32le(24)));
    if (version > LAST_VERSION) {
      digested.add(pages.add("dt", version));
    }
    if (version == 1 || version == 2) {
      digested.add(pages.add("recovery_dtbo", content.block(SMALLEST, 4).u32le(0)));
    }
    if (version == 2) {
      digested.add(pages.add("dtb", content.block(1648, 4).u32le(0)));
    }
    return idProblems(header.bytes(ID_AT, 32), digested);
  }

  private static void commandLine(Parts parts, Block header, int at, int size, long headerEnd) {
    parts.add("cmdline", at, header.cString(at, size).length());
    parts.reserve(0, at);
    long end = at + header.cString(at, size).length();
    parts.reserve(end, headerEnd - end);
  }

  /** Some makers write nothing or SHA-256 there. */
  private static List<Problem> idProblems(byte[] id, List<Bytes> parts) {
    List<Bytes> all = new ArrayList<>();
    for (Bytes part : parts) {
      ByteBuffer size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      all.add(part);
      all.add(Bytes.of(size.putInt((int) part.size()).array()));
    }
    Bytes[] input = all.toArray(Bytes[]::new);
    boolean none = Arrays.equals(id, new byte[id.length]);
    if (none || Arrays.equals(id, Sums.digest("SHA-256", input))) {
      return List.of();
    }
    return Sums.check("boot.id", ID_AT, Arrays.copyOf(id, 20), Sums.digest("SHA-1", input));
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.getBytes(StandardCharsets.US_ASCII));
  }

  /** Where all parts the header announces are there. */
  @Override
  public OptionalLong extent(Bytes here) {
    if (!recognises(here)) {
      return OptionalLong.empty();
    }
    Block header = here.block(0, SMALLEST);
    boolean paged = isPaged(header);
    long pageSize = paged ? PAGE : header.u32le(36);
    long version = header.u32le(40);
    long end = paged ? PAGE : Math.max(pageSize, SMALLEST);
    for (int size : paged ? new int[] {8, 12} : new int[] {8, 16, 24}) {
      end = (end + header.u32le(size) + pageSize - 1) / pageSize * pageSize;
    }
    if (version == 2) {
      end += here.block(1648, 4).u32le(0);
    }
    return header.u32le(8) > 0 && end <= here.size() + pageSize
        ? OptionalLong.of(Math.min(end, here.size()))
        : OptionalLong.empty();
  }
}
