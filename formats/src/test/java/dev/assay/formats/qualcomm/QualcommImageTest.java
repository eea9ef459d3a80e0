package dev.assay.formats.qualcomm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.elf.ElfFile;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signing tools are Qualcomm's own, so images are forged from the published layout. */
class QualcommImageTest {
  private static final String PROGRAM = "a program of the modem";
  private static final int HASHES_AT = 0x400;
  private static final int PROGRAM_AT = 0x800;

  private static Forged image(int version, int signature) {
    int digest = version < 6 ? 32 : 48;
    String algorithm = version < 6 ? "SHA-256" : "SHA-384";
    int sizes = 3 * digest + signature + 8 + 48 + 16;
    Forged elf = Forged.little().u8(0x7F).text("ELF").u8(1, 1, 1).fill(0, 9).u16(2, 164).u32(1);
    elf.u32(0, 52, 0, 0).u16(52, 32, 3, 0, 0, 0);
    elf.u32(0, 0, 0, 0, 52 + 96, 0, 7 << 24, 0);
    elf.u32(0, HASHES_AT, 0, 0, sizes, 0, 2 << 24 | 0x200000, 0x1000);
    elf.u32(1, PROGRAM_AT, 0, 0, PROGRAM.length(), PROGRAM.length(), 5, 0x1000);
    byte[] headers = Sums.digest(algorithm, elf.toBytes());
    elf.fillTo(0, HASHES_AT);
    switch (version) {
      case 3 -> elf.u32(0, 3, 0, 0, sizes - 48, 96, 0, signature, 0, 8);
      case 5 -> elf.u32(0, 5, 0, 0, sizes - 48, 96, 0, signature, 0, 8);
      case 6 -> elf.u32(0, 6, 0, 0, sizes - 48, 144, 0, signature, 0, 8, 4, 12).fill(9, 16);
      default -> elf.u32(0, 7, 4, 4, 8, 144, 0, 0, signature, 8).fill(9, 16);
    }
    elf.bytes(headers).fill(0, digest).bytes(Sums.digest(algorithm, Bytes.of(PROGRAM)));
    elf.fill(0x51, signature).text("certific");
    return elf.fillTo(0, PROGRAM_AT).text(PROGRAM);
  }

  private static List<String> codes(byte[] image) {
    Listed listed = Listed.of(new QualcommImage(), Bytes.of(image));
    return Stream.concat(
            listed.problems.stream(), listed.entries.stream().flatMap(e -> e.problems().stream()))
        .map(Problem::code)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 6, 7})
  void readsAndChecksSegments(int version) {
    byte[] image = image(version, 64).toArray();
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(QualcommImage.class);
    Listed listed = Listed.of(new QualcommImage(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("signature", "certificates", "segment-2");
    assertThat(listed.text("certificates")).isEqualTo("certific");
    assertThat(listed.text("segment-2")).isEqualTo(PROGRAM);
    assertThat(codes(image)).isEmpty();
    Hostile.survives(new QualcommImage(), image);
  }

  @Test
  void saysThatASegmentIsNotTheOneThatWasSigned() {
    byte[] image = image(6, 64).toArray();
    image[PROGRAM_AT] ^= 1;
    assertThat(codes(image)).containsExactly("qualcomm.digest");
    image[24] ^= 1;
    assertThat(codes(image)).containsExactly("qualcomm.digest", "qualcomm.digest");
  }

  @Test
  void saysThatNobodySigned() {
    assertThat(codes(image(3, 0).toArray())).containsExactly("qualcomm.unsigned");
  }

  @Test
  void digestsNoByteTwiceHoweverOftenItIsASegment() {
    Forged image = image(5, 64);
    // The first segment becomes a program that covers the whole image.
    image.set32(52, 1).set32(52 + 16, image.size());
    assertThat(codes(image.toArray())).contains("qualcomm.overlap");
  }

  @Test
  void leavesProgramsWithoutDigestsToBeElf() {
    byte[] image = image(5, 64).set32(52 + 32 + 24, 0).toArray();
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(ElfFile.class);
    byte[] unknown = image(4, 64).set32(HASHES_AT + 4, 4).toArray();
    assertThat(Formats.of(Bytes.of(unknown)).orElseThrow()).isInstanceOf(ElfFile.class);
  }
}
