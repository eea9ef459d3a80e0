package dev.assay.formats.virtualdisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Encoding.Decoded;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that qemu-img writes in every format, then damaged. */
class VirtualDisksTest {
  private static final String RAW =
      "cat tree/bin/text tree/bin/noise > raw && truncate -s 3M raw"
          + " && cat tree/bin/text >> raw && truncate -s 5M raw";

  @TempDir Path directory;

  private FlashTree tree;

  @BeforeEach
  void tree() throws Exception {
    tree = FlashTree.in(directory);
  }

  private byte[] image(String options) throws Exception {
    return tree.image("qemu-img", RAW + " && qemu-img convert " + options + " raw image");
  }

  private static Decoded decoded(byte[] image) {
    Encoding format = (Encoding) Formats.of(Bytes.of(image)).orElseThrow();
    Decoded decoded = format.decode(Bytes.of(image), new HeapMemory());
    assertThat(decoded.consumed()).isEqualTo(image.length);
    return decoded;
  }

  private static String[] codes(Decoded decoded) {
    return decoded.problems().stream().map(Problem::code).toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-O qcow2 -o compat=0.10",
        "-O qcow2 -o compat=1.1",
        "-O qcow2 -o cluster_size=512",
        "-O qcow2 -c",
        "-O qcow2 -c -o compression_type=zstd",
        "-O qcow2 -c -o cluster_size=2M",
        "-O vmdk",
        "-O vmdk -o subformat=streamOptimized",
        "-O vpc -o force_size=on",
        "-O vpc -o subformat=fixed,force_size=on",
        "-O vhdx",
        "-O vhdx -o subformat=fixed,block_size=1M",
        "-O vdi",
        "-O vdi -o static=on"
      })
  void readsWhatTheWriterWrites(String options) throws Exception {
    byte[] image = image(options);
    Decoded decoded = decoded(image);
    assertThat(decoded.problems()).isEmpty();
    assertThat(decoded.bytes().toArray(8 << 20))
        .isEqualTo(Files.readAllBytes(directory.resolve("raw")));
    Bytes slice = decoded.bytes().slice(FlashTree.TEXT.length - 5, 1000);
    assertThat(slice.toArray(1000))
        .isEqualTo(
            Arrays.copyOfRange(
                Files.readAllBytes(directory.resolve("raw")),
                FlashTree.TEXT.length - 5,
                FlashTree.TEXT.length + 995));
  }

  @ParameterizedTest
  @CsvSource({
    "-O qcow2 -o cluster_size=4k, qcow2",
    "-O qcow2 -c -o cluster_size=64k, qcow2",
    "-O vmdk, vmdk",
    "-O vmdk -o subformat=streamOptimized, vmdk",
    "-O vpc -o force_size=on, vhd",
    "-O vhdx -o block_size=1M, vhdx",
    "-O vdi, vdi"
  })
  void damageEndsInProblemsOnly(String options, String word) throws Exception {
    byte[] image =
        tree.image(
            "qemu-img",
            "cat tree/bin/noise > raw && truncate -s 200K raw && qemu-img convert "
                + options
                + " raw image");
    Encoding format = (Encoding) Formats.of(Bytes.of(image)).orElseThrow();
    assertThat(format.getClass().getPackageName()).endsWith(word);
    Hostile.survives(format, image);
  }

  @Test
  void headersOfAVhdxThatLieSaySo() throws Exception {
    byte[] image = image("-O vhdx -o block_size=1M");
    byte[] changed = image.clone();
    changed[(64 << 10) + 100] ^= 1;
    assertThat(codes(decoded(changed))).isEmpty();
    changed[(128 << 10) + 100] ^= 1;
    assertThat(codes(decoded(changed))).containsExactly("vhdx.checksum");
    byte[] regions = image.clone();
    regions[(192 << 10) + 4] ^= 1;
    assertThat(codes(decoded(regions))).isEmpty();
    regions[(256 << 10) + 4] ^= 1;
    assertThat(codes(decoded(regions))).containsExactly("vhdx.checksum");
    assertThatThrownBy(() -> decoded(Arrays.copyOf(image, 192 << 10)))
        .isInstanceOfSatisfying(
            Malformed.class, e -> assertThat(e.problem().code()).isEqualTo("vhdx.regions"));
    assertThat(codes(decoded(Arrays.copyOf(image, image.length - (1 << 20)))))
        .containsOnly("vhdx.range");
  }

  @Test
  void tablesOfAVdiThatLieSaySo() throws Exception {
    byte[] image = image("-O vdi");
    ByteBuffer fields = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    int table = fields.getInt(0x154);
    byte[] beyond = image.clone();
    beyond[table + 2] = 1;
    assertThat(codes(decoded(beyond))).containsExactly("vdi.range");
    assertThat(codes(decoded(Arrays.copyOf(image, table + 6))))
        .containsExactly("vdi.range", "vdi.truncated");
    byte[] child = image.clone();
    child[0x4C] = 4;
    assertThat(codes(decoded(child))).containsExactly("vdi.parent");
    for (int length : new int[] {0x178, 0x17C}) {
      byte[] endless = image.clone();
      Arrays.fill(endless, length, length + 4, (byte) -1);
      assertThatThrownBy(() -> decoded(endless))
          .isInstanceOfSatisfying(
              Malformed.class, e -> assertThat(e.problem().code()).isEqualTo("vdi.header"));
    }
  }

  @Test
  void whatStandsInABackingFileIsAProblem() throws Exception {
    byte[] image =
        tree.image(
            "qemu-img",
            RAW
                + " && qemu-img create -q -f qcow2 -b raw -F raw image"
                + " && qemu-io -c 'write -P 0x61 64k 64k' image > log");
    Decoded decoded = decoded(image);
    assertThat(codes(decoded)).containsExactly("qcow2.backing-file");
    assertThat(decoded.problems().getFirst().message()).contains("`raw`");
    assertThat(decoded.bytes().slice(65_536, 4).text(4)).isEqualTo("aaaa");
    byte[] vmdk =
        tree.image(
            "qemu-img",
            "qemu-img convert -O vmdk raw base && qemu-img create -q -f vmdk -b base -F vmdk image");
    assertThat(codes(decoded(vmdk))).containsExactly("vmdk.parent");
  }

  /**
   * Where key derivation is fast, as with SHA-256, qemu-img often cannot tell how long it took, and
   * gives up.
   */
  @Test
  void anEncryptedDiskSaysSo() throws Exception {
    byte[] image =
        tree.image(
            "qemu-img",
            "create() { qemu-img create -q --object secret,id=s,data=x -f qcow2 -o encrypt.format=luks"
                + ",encrypt.key-secret=s,encrypt.iter-time=10,encrypt.hash-alg=sha512 image 1M; };"
                + " create || create || create");
    assertThatThrownBy(() -> decoded(image))
        .isInstanceOfSatisfying(
            Malformed.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("qcow2.encrypted"));
  }

  @Test
  void snapshotsAreAProblem() throws Exception {
    byte[] image =
        tree.image(
            "qemu-img",
            RAW + " && qemu-img convert -O qcow2 raw image && qemu-img snapshot -c s image");
    assertThat(codes(decoded(image))).containsExactly("qcow2.snapshots");
  }

  @Test
  void aDiskLargerThanTheLimitIsCutAndSaysSo() throws Exception {
    byte[] image = tree.image("qemu-img", "qemu-img create -q -f qcow2 image 1T");
    Decoded decoded = decoded(image);
    assertThat(codes(decoded)).containsExactly("limit.expansion");
    assertThat(decoded.bytes().size()).isLessThan(64 << 20);
  }

  @Test
  void clustersThatCannotBeReadAreZerosAndCounted() throws Exception {
    byte[] image = image("-O qcow2 -c -o cluster_size=4k");
    ByteBuffer disk = ByteBuffer.wrap(image);
    int table = (int) (disk.getLong((int) disk.getLong(40)) & 0xFFFF_FFFFL);
    int first = (int) (disk.getLong(table) & 0xFFFF_FFFFL);
    Arrays.fill(image, first, first + 200, (byte) 0xFF);
    Decoded decoded = decoded(image);
    assertThat(codes(decoded)).contains("qcow2.block");
    assertThat(decoded.bytes().slice(8, 8).toArray(8)).isEqualTo(new byte[8]);
    assertThat(decoded.bytes().size()).isEqualTo(5 << 20);
    assertThat(decoded.bytes().slice(3 << 20, 6).text(6)).isEqualTo("line 0");
  }

  @Test
  void theCopyOfALostVhdFooterIsRead() throws Exception {
    byte[] image = image("-O vpc -o force_size=on");
    Decoded decoded = decoded(Arrays.copyOf(image, image.length - 512));
    assertThat(decoded.bytes().slice(0, 6).text(6)).isEqualTo("line 0");
  }

  @Test
  void aFixedDiskOfAnotherSizeThanItsFooterSaysSo() throws Exception {
    byte[] image = image("-O vpc -o subformat=fixed,force_size=on");
    byte[] shorter = Arrays.copyOfRange(image, 1024, image.length);
    assertThat(codes(decoded(shorter))).containsExactly("vhd.size");
    image[image.length - 1] ^= 1;
    assertThat(codes(decoded(image))).containsExactly("vhd.checksum");
  }

  @Test
  void aTextThatNamesAMagicIsNoDisk() {
    byte[] text = Arrays.copyOf("KDMV is a magic".getBytes(StandardCharsets.US_ASCII), 4096);
    assertThat(Formats.of(Bytes.of(text))).isEmpty();
  }
}
