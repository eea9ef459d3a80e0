package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * ELF: without the build-id note, the link to debug information that is named after it, the
 * signature behind a kernel module, and moments of the build in constant data.
 */
final class ElfNormal implements Normaliser {
  private static final int MAX = 128 << 20;

  /** Behind name size, descriptor size, type and the name {@code GNU}: an id is no longer. */
  private static final int MAX_NOTE = 16 + 64;

  private static final int MAX_LINK = 256;
  private static final String APPENDED = "~Module signature appended~\n";
  private static final int SIGNATURE_INFO = 12;
  private static final List<String> CONSTANT =
      List.of(".rodata", ".rodata.str", ".data", ".modinfo");

  @Override
  public boolean takes(String type) {
    return type.startsWith("application/x-executable")
        || type.equals("application/x-sharedlib")
        || type.equals("application/x-object");
  }

  @Override
  public Normal normalise(Bytes content) {
    Elf elf = Elf.read(content);
    byte[] left = content.toArray(MAX);
    List<Trait> traits = new ArrayList<>();
    traits.add(
        new Trait(
            Equivalence.BUILD_ID,
            ".note.gnu.build-id",
            elf.section(".note.gnu.build-id")
                .map(note -> blankNote(content, note, left))
                .orElse("")));
    traits.add(
        new Trait(
            Equivalence.BUILD_ID,
            ".gnu_debuglink",
            elf.section(".gnu_debuglink").map(link -> blank(elf, link, left)).orElse("")));
    for (Section section : elf.sections()) {
      if (CONSTANT.stream().anyMatch(section.name()::startsWith)) {
        blankTimes(content, section, left, traits);
      }
    }
    return signed(content)
        .map(start -> unsigned(content, left, start, traits))
        .orElseGet(() -> Normal.whole(left, traits));
  }

  /** The descriptor of a note: behind name size, descriptor size, type and the name {@code GNU}. */
  private static String blankNote(Bytes content, Section note, byte[] left) {
    if (note.size() < 16 || note.size() > MAX_NOTE) {
      return "";
    }
    Block bytes = content.block(note.offset(), (int) note.size());
    if (!bytes.cString(12, 4).equals("GNU")) {
      return "";
    }
    int from = (int) note.offset() + 16;
    int to = (int) (note.offset() + note.size());
    Arrays.fill(left, from, to, (byte) 0);
    return HexFormat.of().formatHex(bytes.bytes(16, bytes.size() - 16));
  }

  private static String blank(Elf elf, Section link, byte[] left) {
    if (link.size() < 8 || link.size() > MAX_LINK || link.type() == Section.NO_BITS) {
      return "";
    }
    Block bytes = elf.content().block(link.offset(), (int) link.size());
    Arrays.fill(left, (int) link.offset(), (int) (link.offset() + link.size()), (byte) 0);
    int sum = bytes.size() - 4;
    return "%s, CRC 0x%08x"
        .formatted(
            bytes.cString(0, bytes.size()),
            elf.isLittleEndian() ? bytes.u32le(sum) : bytes.u32be(sum));
  }

  /** Blanks moments where they stand, so that nothing else moves. */
  private static void blankTimes(Bytes content, Section section, byte[] left, List<Trait> traits) {
    if (section.type() == Section.NO_BITS
        || section.offset() < 0
        || section.size() <= 0
        || section.offset() > content.size() - section.size()) {
      return;
    }
    int from = (int) section.offset();
    String text = new String(left, from, (int) section.size(), StandardCharsets.ISO_8859_1);
    Times.in(text)
        .forEach(
            at -> {
              Arrays.fill(left, from + at.start(), from + at.end(), (byte) 0);
              traits.add(
                  new Trait(Equivalence.BUILD_TIME, "moment in " + section.name(), at.group()));
            });
  }

  /** Where the signature of a kernel module starts (Linux, include/linux/module_signature.h). */
  private static Optional<Long> signed(Bytes content) {
    long info = content.size() - APPENDED.length() - SIGNATURE_INFO;
    if (info < 0 || !content.has(content.size() - APPENDED.length(), APPENDED)) {
      return Optional.empty();
    }
    long start = info - content.block(info, SIGNATURE_INFO).u32be(8);
    if (start < 0) {
      throw new Malformed("elf.module-signature", info, "signature is larger than the module");
    }
    return Optional.of(start);
  }

  private static Normal unsigned(Bytes content, byte[] left, long start, List<Trait> traits) {
    traits.add(
        new Trait(
            Equivalence.SIGNATURE, "signature of a kernel module", Prints.of(content.from(start))));
    return Normal.whole(Arrays.copyOf(left, (int) start), traits);
  }
}
