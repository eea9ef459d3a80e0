package dev.assay.formats.uefi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import dev.assay.formats.stream.Zeros;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads expansion ROMs of PCI cards: programs for the BIOS, drivers for UEFI. */
public final class OptionRom implements Container, Carvable {
  private static final int UNIT = 512;
  private static final int HEADER = 0x1A;
  private static final int POINTER_AT = 0x18;
  private static final int DATA = 0x18;
  private static final byte[] DATA_MAGIC = "PCIR".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_IMAGES = 64;

  /** How far behind the start of an image what describes it is looked for. */
  private static final int FARTHEST = 1024;

  private static final int LAST = 0x80;
  private static final int X86 = 0;
  private static final int EFI = 3;
  private static final long EFI_SIGNATURE = 0x0EF1;
  private static final int COMPRESSED = 1;

  /**
   * One image.
   *
   * @param at its offset
   * @param size in bytes
   * @param code which kind of code: 0 for the BIOS, 1 Open Firmware, 2 PA-RISC, 3 UEFI
   */
  private record Image(long at, long size, int code, boolean isLast) {
    static Optional<Image> at(Bytes content, long at) {
      if (content.size() - at < UNIT || !content.has(at, (byte) 0x55, (byte) 0xAA)) {
        return Optional.empty();
      }
      int pointer = content.block(at, HEADER).u16le(POINTER_AT);
      if (pointer < HEADER || !content.has(at + pointer, DATA_MAGIC)) {
        return Optional.empty();
      }
      if (content.size() - at - pointer < DATA) {
        return Optional.empty();
      }
      Block data = content.block(at + pointer, DATA);
      long size = (long) data.u16le(0x10) * UNIT;
      return size == 0
          ? Optional.empty()
          : Optional.of(new Image(at, size, data.u8(0x14), (data.u8(0x15) & LAST) != 0));
    }

    long end() {
      return at + size;
    }

    String name(int number) {
      String kind =
          switch (code) {
            case X86 -> ".x86";
            case 1 -> ".fcode";
            case 2 -> ".pa-risc";
            case EFI -> ".efi";
            default -> ".bin";
          };
      return "image-" + number + kind;
    }
  }

  @Override
  public String type() {
    return "application/x-pci-option-rom";
  }

  @Override
  public boolean recognises(Bytes content) {
    return Image.at(content, 0).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    long at = 0;
    boolean more = true;
    for (int i = 0; i < MAX_IMAGES && more; i++) {
      Optional<Image> found = Image.at(content, at);
      if (found.isEmpty()) {
        break;
      }
      Image image = found.get();
      listing.add(entry(content, image, i));
      more = !image.isLast();
      at = Math.min(image.end(), content.size());
    }
    if (at == 0) {
      throw new Malformed("optionrom.header", 0, "no image with a PCI data structure");
    }
    if (more) {
      listing.problem(new Problem("optionrom.last", at, "no image says that it is the last"));
    }
    if (Zeros.after(content, at) < content.size()) {
      String name = "trailing-0x" + Long.toHexString(at);
      listing.add(Entry.part(name, Content.of(content.from(at))));
    }
  }

  private static Entry entry(Bytes content, Image image, int number) {
    long there = Math.min(image.size(), content.size() - image.at());
    Bytes bytes = content.slice(image.at(), there);
    String name = image.name(number);
    if (there < image.size()) {
      String message = image.size() + " bytes announced, " + there + " are there";
      return Entry.part(name, code(bytes))
          .withProblems(List.of(new Problem("optionrom.truncated", content.size(), message)));
    }
    if (image.code() == EFI) {
      return Entry.part(name, driver(bytes));
    }
    Entry program = Entry.part(name, code(bytes));
    return image.code() == X86
        ? program.withType("application/x-option-rom-x86").withProblems(sum(bytes, image.at()))
        : program;
  }

  /** What stands behind the header; with it, it would be a ROM of one image in itself. */
  private static Content code(Bytes image) {
    return Content.of(image.from(HEADER));
  }

  /** The bytes that the BIOS copies sum up to 0. */
  private static List<Problem> sum(Bytes image, long at) {
    long length = Math.min(image.size(), (long) image.block(2, 1).u8(0) * UNIT);
    int[] sum = {0};
    Sums.each(
        image.slice(0, length),
        (array, from, count) -> {
          for (int i = from; i < from + count; i++) {
            sum[0] += array[i];
          }
        });
    return (sum[0] & 0xFF) == 0
        ? List.of()
        : List.of(
            new Problem(
                "optionrom.checksum", at, "bytes do not sum up to 0; contents read anyway"));
  }

  /** The driver behind the header of an image for UEFI (UEFI Specification 2.10, §14.4.2). */
  private static Content driver(Bytes image) {
    Block header = image.head(HEADER);
    int start = header.u16le(0x16);
    if (header.u32le(4) != EFI_SIGNATURE || start < HEADER || start >= image.size()) {
      return code(image);
    }
    Bytes stored = image.from(start);
    if (header.u16le(0x0C) != COMPRESSED) {
      return Content.of(stored);
    }
    return new Content() {
      @Override
      public long size() {
        return stored.size();
      }

      @Override
      public Bytes open(Memory memory) {
        return EfiCompression.decode(stored, memory, plain -> plain.has(0, "MZ"));
      }
    };
  }

  @Override
  public List<byte[]> magics() {
    return List.of(DATA_MAGIC.clone());
  }

  @Override
  public OptionalLong start(Bytes content, long magicAt) {
    for (long at = magicAt - HEADER; at >= Math.max(0, magicAt - FARTHEST); at--) {
      if (content.has(at, (byte) 0x55, (byte) 0xAA)
          && content.block(at, HEADER).u16le(POINTER_AT) == magicAt - at) {
        return OptionalLong.of(at);
      }
    }
    return OptionalLong.empty();
  }

  /** A chain of whole images to one that says it is the last; the BIOS's with their sum. */
  @Override
  public OptionalLong extent(Bytes here) {
    long at = 0;
    for (int i = 0; i < MAX_IMAGES; i++) {
      Optional<Image> found = Image.at(here, at);
      if (found.isEmpty() || found.get().end() > here.size()) {
        return OptionalLong.empty();
      }
      Image image = found.get();
      if (image.code() == X86 && !sum(here.slice(at, image.size()), at).isEmpty()) {
        return OptionalLong.empty();
      }
      at = image.end();
      if (image.isLast()) {
        return OptionalLong.of(at);
      }
    }
    return OptionalLong.empty();
  }
}
