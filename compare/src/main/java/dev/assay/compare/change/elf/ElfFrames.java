package dev.assay.compare.change.elf;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.dwarf.Budget;
import dev.assay.formats.dwarf.CallFrames;
import dev.assay.formats.dwarf.FrameTable;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** The call frames of an ELF file. */
final class ElfFrames {
  private static final int MAX = 16 << 20;
  private static final long MOST = 200_000;
  private static final String UNWINDING = ".eh_frame";
  private static final CallFrames NONE = new CallFrames(List.of(), List.of());

  private final Elf elf;
  private final ElfSpace space;
  private final CallFrames.Result unwinding;
  private final FrameListing listing;

  ElfFrames(Elf elf, ElfSpace space) {
    this.elf = elf;
    this.space = space;
    this.unwinding = read(UNWINDING, CallFrames.Kind.EH_FRAME);
    this.listing = new FrameListing(unwinding.frames(), space);
  }

  ElfSpace space() {
    return space;
  }

  /** {@code .eh_frame}, as far as it can be read. */
  CallFrames.Result unwinding() {
    return unwinding;
  }

  /** The functions of {@code .eh_frame}. */
  FrameListing listing() {
    return listing;
  }

  /** {@code .debug_frame}, as far as it can be read. */
  CallFrames.Result debugging() {
    return read(".debug_frame", CallFrames.Kind.DEBUG_FRAME);
  }

  /** Where {@code .eh_frame} is. */
  long address() {
    return elf.section(UNWINDING).map(space::base).orElse(0L);
  }

  /** {@code .eh_frame_hdr}; empty where there is none that can be read. */
  Optional<FrameTable> table() {
    Optional<Section> section = elf.section(UNWINDING + "_hdr");
    try {
      Bytes content = section.map(this::content).orElse(Bytes.of(new byte[0]));
      return content.size() == 0
          ? Optional.empty()
          : Optional.of(
              FrameTable.read(
                  content.block(0, (int) content.size()),
                  place(CallFrames.Kind.EH_FRAME, section.orElseThrow()),
                  new Budget(MOST)));
    } catch (Malformed damaged) {
      return Optional.empty();
    }
  }

  private CallFrames.Result read(String name, CallFrames.Kind kind) {
    Optional<Section> section = elf.section(name);
    if (section.isEmpty()) {
      return new CallFrames.Result(NONE, "");
    }
    try {
      Bytes content = content(section.get());
      return CallFrames.read(
          content.block(0, (int) content.size()), place(kind, section.get()), new Budget(MOST));
    } catch (Malformed damaged) {
      return new CallFrames.Result(NONE, damaged.problem().message());
    }
  }

  private Bytes content(Section section) {
    if (section.size() > MAX) {
      throw new Malformed("compare.size", -1, section.name() + " is not taken apart");
    }
    return new RelocatedBytes(elf, space).of(section);
  }

  private CallFrames.Place place(CallFrames.Kind kind, Section section) {
    ByteOrder order = elf.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    return new CallFrames.Place(kind, order, elf.is64() ? 8 : 4, space.base(section));
  }
}
