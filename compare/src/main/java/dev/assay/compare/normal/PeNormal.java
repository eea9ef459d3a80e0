package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.compare.Kind;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.pe.PeDirectory;
import dev.assay.formats.pe.PeStamps;
import dev.assay.formats.pe.PortableExecutable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Programs of Windows and UEFI: without the moments of linking, the checksum, what names the debug
 * information, and Authenticode signatures at their end.
 */
final class PeNormal implements Normaliser {
  private static final int MAX = 256 << 20;
  private static final int CERTIFICATE = 8;

  @Override
  public boolean takes(String type) {
    return type.equals(Kind.PE);
  }

  @Override
  public Normal normalise(Bytes content) {
    PortableExecutable program = PortableExecutable.read(content);
    byte[] left = content.toArray(MAX);
    List<Trait> traits = new ArrayList<>();
    time("pe time", content, program.timeAt(), left, traits);
    blank(Equivalence.BUILD_ID, "pe checksum", content, program.checksumAt(), 4, left, traits);
    PeStamps.of(program, new Stamps(content, left, traits));
    long end = program.endOfSections();
    List<Kept> kept = new ArrayList<>();
    Bytes behind = behind(program, left, kept, traits);
    kept.addFirst(new Kept("", Arrays.copyOf(left, (int) end)));
    boolean said = Kept.isSaid(behind);
    if (said) {
      kept.add(Kept.of("bytes behind the sections of pe", behind));
    }
    traits.add(
        new Trait(Equivalence.PADDING, "pe end", (said ? 0 : behind.size()) + " zero bytes"));
    return new Normal(kept, traits);
  }

  /** What follows the sections and is no signature. */
  private static Bytes behind(
      PortableExecutable program, byte[] left, List<Kept> kept, List<Trait> traits) {
    Bytes content = program.content();
    long end = program.endOfSections();
    Optional<PeDirectory> table = program.directory(PeDirectory.CERTIFICATES);
    if (table.isEmpty()) {
      traits.add(new Trait(Equivalence.SIGNATURE, "Authenticode signature", ""));
      return content.from(end);
    }
    long at = table.get().address();
    if (at < end || at + table.get().size() != content.size()) {
      throw new Malformed("pe.certificates", at, "the signature is not at the end of the file");
    }
    Arrays.fill(
        left,
        program.directoryAt(PeDirectory.CERTIFICATES),
        program.directoryAt(PeDirectory.CERTIFICATES) + 8,
        (byte) 0);
    Bytes certificates = content.from(at);
    certificates(certificates, kept);
    traits.add(new Trait(Equivalence.SIGNATURE, "Authenticode signature", Prints.of(certificates)));
    return content.slice(end, at - end);
  }

  /** WIN_CERTIFICATE: size, revision, kind, DER; what a size takes in beyond the DER is kept. */
  private static void certificates(Bytes table, List<Kept> kept) {
    long at = 0;
    while (table.size() - at >= CERTIFICATE) {
      long size = table.block(at, 4).u32le(0);
      if (size < CERTIFICATE || size > table.size() - at) {
        throw new Malformed("pe.certificates", at, "a signature of " + size + " bytes");
      }
      Bytes held = table.slice(at + CERTIFICATE, size - CERTIFICATE);
      Bytes beyond = held.from(Math.min(der(held), held.size()));
      if (Kept.isSaid(beyond)) {
        kept.add(Kept.of("bytes behind a signature", beyond));
      }
      long next = Math.min(table.size(), at + (size + 7) / 8 * 8);
      Bytes gap = table.slice(at + size, next - at - size);
      if (Kept.isSaid(gap)) {
        kept.add(Kept.of("bytes behind a signature", gap));
      }
      at = next;
    }
    if (Kept.isSaid(table.from(at))) {
      kept.add(Kept.of("bytes behind a signature", table.from(at)));
    }
  }

  /** Bytes of a DER sequence with a length of one to four bytes; 0 where there is none. */
  private static long der(Bytes held) {
    if (!held.has(0, (byte) 0x30)) {
      return 0;
    }
    Block head = held.head(6);
    int first = head.u8(1);
    int bytes = first & 0x7F;
    if (first < 0x80) {
      return 2L + first;
    }
    long length = 0;
    for (int i = 0; i < bytes && i < 4; i++) {
      length = length << 8 | head.u8(2 + i);
    }
    return bytes == 0 || bytes > 4 ? 0 : 2 + bytes + length;
  }

  private static void time(String what, Bytes content, long at, byte[] left, List<Trait> traits) {
    String shown = Prints.time(content.block(at, 4).u32le(0));
    Arrays.fill(left, (int) at, (int) at + 4, (byte) 0);
    traits.add(new Trait(Equivalence.BUILD_TIME, what, shown));
  }

  private static void blank(
      Equivalence kind,
      String what,
      Bytes content,
      long at,
      int length,
      byte[] left,
      List<Trait> traits) {
    byte[] bytes = content.block(at, length).bytes(0, length);
    Arrays.fill(left, (int) at, (int) at + length, (byte) 0);
    String shown =
        kind == Equivalence.BUILD_PATH
            ? new String(bytes, StandardCharsets.UTF_8)
            : HexFormat.of().formatHex(bytes);
    traits.add(new Trait(kind, what, shown));
  }

  private record Stamps(Bytes content, byte[] left, List<Trait> traits) implements PeStamps.Taker {
    @Override
    public void time(String what, long at) {
      PeNormal.time("pe " + what, content, at, left, traits);
    }

    @Override
    public void id(String what, long at, int length) {
      blank(Equivalence.BUILD_ID, "pe " + what, content, at, length, left, traits);
    }

    @Override
    public void path(String what, long at, int length) {
      blank(Equivalence.BUILD_PATH, "pe " + what, content, at, length, left, traits);
    }
  }
}
