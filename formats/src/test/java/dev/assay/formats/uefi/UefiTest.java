package dev.assay.formats.uefi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EDK II as Debian builds it, and what no package has, forged. */
class UefiTest {
  private static byte[] packaged(String path) throws Exception {
    Path file = Path.of("/usr/share", path);
    assumeTrue(Files.isReadable(file), file + " is installed");
    return Files.readAllBytes(file);
  }

  static Listed read(byte[] image, Class<? extends Container> format) {
    Container found = (Container) Formats.of(Bytes.of(image)).orElseThrow();
    assertThat(found).isInstanceOf(format);
    return Listed.of(found, Bytes.of(image));
  }

  /** The boot code of OVMF holds "_FVH" four times without a volume. */
  @Test
  void decoysAreNoVolumes() throws Exception {
    byte[] image = packaged("OVMF/OVMF_CODE_4M.fd");
    Listed volumes = read(image, FirmwareVolumes.class);
    assertThat(volumes.problems).isEmpty();
    assertThat(volumes.paths()).containsExactly("volume-0x0", "volume-0x348000");
    Listed boot = read(volumes.bytes("volume-0x348000"), FirmwareVolume.class);
    assertThat(boot.problems).isEmpty();
    assertThat(boot.paths()).noneMatch(path -> path.endsWith("volume"));
  }

  @ParameterizedTest
  @CsvSource({"OVMF/OVMF_CODE_4M.fd, 0", "AAVMF/AAVMF_CODE.fd, 4096"})
  void readsDriversOutOfCompressedVolumes(String name, int start) throws Exception {
    Bytes image = Bytes.of(packaged(name));
    long size = new FirmwareVolume().extent(image, start).orElseThrow();
    Listed outer = read(image.slice(start, size).toArray(64 << 20), FirmwareVolume.class);
    assertThat(outer.problems).isEmpty();
    List<String> drivers =
        outer.paths().stream()
            .filter(path -> path.endsWith(".volume"))
            .flatMap(path -> read(outer.bytes(path), FirmwareVolume.class).paths().stream())
            .filter(path -> path.endsWith(".pe32"))
            .toList();
    assertThat(drivers).hasSizeGreaterThan(60).anyMatch(path -> path.startsWith("DxeCore/"));
  }

  @Test
  void readsVariablesAndTheirCertificates() throws Exception {
    byte[] image = packaged("OVMF/OVMF_VARS_4M.ms.fd");
    Listed store = read(image, FirmwareVolume.class);
    assertThat(store.problems).isEmpty();
    String db = "d719b2cb-3d3a-4596-a3bc-dad00e67656f/db";
    assertThat(store.paths()).contains(db, "8be4df61-93ca-11d2-aa0d-00e098032b8c/PK");
    Listed keys = read(store.bytes(db), SignatureList.class);
    assertThat(keys.problems).isEmpty();
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(keys.bytes("signature-0.der")));
    assertThat(certificate.getSubjectX500Principal().getName()).contains("Microsoft");
    Hostile.survives(new SignatureList(), store.bytes(db));
    Hostile.survives(new FirmwareVolume(), Arrays.copyOf(image, 1 << 16));
  }

  static byte[] volume(Forged files) {
    int size = 72 + files.size();
    Forged volume = Forged.little().fill(0, 16);
    volume.u32(0x8C8CE578L).u16(0x8A3D, 0x4F1C).u8(0x99, 0x35, 0x89, 0x61, 0x85, 0xC3, 0x2D, 0xD3);
    volume.u64(size).text("_FVH").u32(0x800).u16(72, 0, 0).u8(0, 2).u32(1, size, 0, 0);
    int sum = 0;
    byte[] header = volume.toArray();
    for (int i = 0; i < 72; i += 2) {
      sum += header[i] & 0xFF | (header[i + 1] & 0xFF) << 8;
    }
    volume.set(50, new byte[] {(byte) -sum, (byte) (-sum >> 8)});
    return volume.bytes(files.toArray()).toArray();
  }

  static Forged file(int type, byte[] body) {
    int size = 24 + body.length;
    Forged file = Forged.little().fill(0x11, 16).u8(0, 0xAA, type, 0).u8(size, size >> 8, 0, 0xF8);
    byte[] header = file.toArray();
    int sum = 0;
    for (int i = 0; i < 23; i++) {
      sum += i == 17 ? 0 : header[i];
    }
    return file.set(16, new byte[] {(byte) -sum}).bytes(body);
  }

  static byte[] section(int type, byte[] body) {
    int size = 4 + body.length;
    return Forged.little().u8(size, size >> 8, 0, type).bytes(body).toArray();
  }

  @Test
  void readsSectionsOfFiles() {
    byte[] name = Forged.little().u8('A', 0, '/', 0, 'b', 0, 0, 0).toArray();
    Forged body = Forged.little().bytes(section(0x15, name)).bytes(section(0x10, new byte[] {7}));
    Forged files = file(7, body.toArray());
    files.fillTo(0xFF, (files.size() + 7) / 8 * 8).fill(0xFF, 64);
    byte[] volume = volume(files);
    Listed listed = read(volume, FirmwareVolume.class);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("A_b/0.pe32");
    assertThat(new FirmwareVolume().extent(Bytes.of(volume), 0)).hasValue(volume.length);
    Hostile.survives(new FirmwareVolume(), volume);
    volume[33] ^= 1;
    assertThat(new FirmwareVolume().recognises(Bytes.of(volume))).isFalse();
  }

  @Test
  void sectionsInSectionsEnd() {
    byte[] body = section(0x19, new byte[] {1, 2, 3});
    for (int i = 0; i < 20; i++) {
      body = section(1, Forged.little().u32(body.length).u8(0).bytes(body).toArray());
    }
    Listed listed = read(volume(file(7, body)), FirmwareVolume.class);
    assertThat(listed.entries)
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.problems())
                    .extracting(Problem::code)
                    .containsExactly("uefi.depth"));
  }

  @Test
  void readsCapsules() {
    Forged capsule = Forged.little().u32(0x3B6686BDL).u16(0x0D76, 0x4030);
    capsule.u8(0xB7, 0x0E, 0xB5, 0x51, 0x9E, 0x2F, 0xC5, 0xA0).u32(32, 0, 39, 0).text("payload");
    Listed listed = read(capsule.toArray(), Capsule.class);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text("payload")).isEqualTo("payload");
    Hostile.survives(new Capsule(), capsule.toArray());
  }

  /** A capsule with a driver and two images, of which one is signed. */
  static byte[] fmpCapsule() {
    Forged signed = Forged.little().u32(3).fill(1, 16).u8(1, 0, 0, 0).u32(8 + 27 + 4, 4);
    signed.u64(0, 1).u64(7).u32(27).u16(0x0200, 0x0EF1).u32(0x4AAFD29DL).u16(0x68DF, 0x49EE);
    signed.u8(0x8A, 0xA9, 0x34, 0x7D, 0x37, 0x56, 0x65, 0xA7).text("CMS").text("new!");
    signed.text("code");
    Forged plain = Forged.little().u32(1).fill(2, 16).u8(2, 0, 0, 0).u32(4, 0).text("bare");
    Forged body = Forged.little().u32(1).u16(1, 2);
    body.u64(32, 32 + 6, 32 + 6 + signed.size()).text("driver");
    body.bytes(signed.toArray()).bytes(plain.toArray());
    Forged capsule = Forged.little().u32(0x6DCBD5EDL).u16(0xE82D, 0x4C44);
    capsule.u8(0xBD, 0xA1, 0x71, 0x94, 0x19, 0x9A, 0xD9, 0x2A).u32(32, 0, 32 + body.size(), 0);
    return capsule.bytes(body.toArray()).toArray();
  }

  @Test
  void readsCapsulesOfFirmwareManagement() {
    Listed listed = read(fmpCapsule(), FmpCapsule.class);
    assertThat(listed.paths())
        .containsExactly("driver-1.efi", "image-1.bin", "vendor-code-1.bin", "image-2.bin");
    assertThat(listed.text("driver-1.efi")).isEqualTo("driver");
    assertThat(listed.text("image-1.bin")).isEqualTo("new!");
    assertThat(listed.text("vendor-code-1.bin")).isEqualTo("code");
    assertThat(listed.text("image-2.bin")).isEqualTo("bare");
    assertThat(listed.problems)
        .extracting(Problem::message)
        .containsExactly("image 2 without a signature");
    Hostile.survives(new FmpCapsule(), fmpCapsule());
  }

  @Test
  void readsRegionsOfIntelFlash() {
    Forged flash = Forged.little().fill(0xFF, 16).u32(0x0FF0A55AL, 0x0004_0003L).fillTo(0xFF, 64);
    flash.u32(0, 0x0003_0002L, 0x0001_0001L, 0x0000_7FFFL, 0x0000_7FFFL).fillTo(0xFF, 4096);
    flash.fill('m', 4096).fill('b', 8192);
    Listed listed = read(flash.toArray(), IntelFlash.class);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("descriptor", "bios", "management-engine");
    assertThat(listed.text("bios")).isEqualTo("b".repeat(8192));
    Hostile.survives(new IntelFlash(), flash.toArray());
  }
}
