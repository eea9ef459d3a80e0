package dev.assay.inspect.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.keys.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirmwareImageTest {
  private static final String TREE =
      """
      /dts-v1/;
      / {
        description = "x";
        images { kernel-1 { description = "k"; data = /incbin/("kernel"); type = "kernel"; arch = "arm"; os = "linux";
          compression = "none"; load = <0>; entry = <0>; hash-1 { algo = "sha256"; }; %s }; };
        configurations { default = "conf-1"; conf-1 { kernel = "kernel-1"; %s }; };
      };
      """;
  private static final String SIGNATURE =
      "signature-1 { algo = \"sha256,rsa2048\"; key-name-hint = \"dev\"; %s };";

  @TempDir Path directory;

  static byte[] trx(byte[] content) {
    ByteBuffer image = ByteBuffer.allocate(28 + content.length).order(ByteOrder.LITTLE_ENDIAN);
    image.put("HDR0".getBytes(StandardCharsets.US_ASCII)).putInt(image.capacity()).putInt(0);
    image.putShort((short) 0).putShort((short) 1).putInt(28).putInt(0).putInt(0).put(content);
    CRC32 crc = new CRC32();
    crc.update(image.array(), 12, image.capacity() - 12);
    return image.putInt(8, ~(int) crc.getValue()).array();
  }

  /** As OpenWrt's fwtool appends them. */
  static byte[] with(byte[] image, int type, byte[] block) {
    ByteBuffer all = ByteBuffer.allocate(image.length + block.length + 16);
    all.put(image).put(block).put("FWx0".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    return all.putInt(type << 24).putInt(block.length + 16).array();
  }

  private static byte[] kernel() {
    return "a kernel, more or less\n".repeat(40).getBytes(StandardCharsets.US_ASCII);
  }

  private static List<FirmwareImageFacts> found(byte[] image) {
    return new Tree()
        .file("update.bin", image).all("firmware-image").stream()
            .map(found -> (FirmwareImageFacts) found.facts())
            .toList();
  }

  private static FirmwareImageFacts only(byte[] image) {
    assertThat(found(image)).hasSize(1);
    return found(image).getFirst();
  }

  @Test
  void tellsWhatProtectsAnImage() {
    assertThat(only(trx(kernel())))
        .isEqualTo(
            new FirmwareImageFacts(
                "TRX", List.of("CRC-32"), List.of(), false, "", List.of(), true, false, false));
  }

  @Test
  void tellsWhatDoesNotFit() {
    byte[] altered = trx(kernel());
    altered[40]++;

    assertThat(only(altered).mismatches()).containsExactly("fw!/update.bin");
  }

  private static byte[] uImage() {
    ByteBuffer image = ByteBuffer.allocate(64 + kernel().length).putInt(0x27051956);
    image.putInt(12, kernel().length).putInt(24, crc(kernel())).putInt(28, 0x05020200);
    image.put(64, kernel());
    return image.putInt(4, crc(Arrays.copyOf(image.array(), 64))).array();
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  @Test
  void doesNotSayThatAllFitsWhereItCouldNotBeChecked() {
    Tree whole = new Tree().file("uImage", uImage());
    Tree cut = new Tree().file("uImage", Arrays.copyOf(uImage(), 300));

    assertThat(whole.only("firmware-image").unknown()).isEmpty();
    assertThat(cut.only("firmware-image").unknown())
        .containsOnlyKeys("mismatches", "signed", "signature");
  }

  @Test
  void findsASignatureBehindOtherBlocksThatAreAppended() {
    byte[] metadata = "{\"supported_devices\":[\"a\"]}".getBytes(StandardCharsets.US_ASCII);
    byte[] described = with(trx(kernel()), 1, metadata);

    assertThat(only(described).signed()).isFalse();
    assertThat(only(with(described, 0, new byte[64])).signature()).isEqualTo("appended");
    assertThat(only(with(with(trx(kernel()), 0, new byte[64]), 1, metadata)).signature())
        .isEqualTo("appended");
  }

  /** Ubiquiti's, whose last 264 bytes may be a signature. */
  private static byte[] ubiquiti(boolean signed) {
    ByteBuffer image = ByteBuffer.allocate(2048);
    image.put("UBNTXM.v6".getBytes(StandardCharsets.US_ASCII)).position(268);
    image.put("PARTkernel".getBytes(StandardCharsets.US_ASCII)).putInt(268 + 48, 400);
    image.put(268 + 56, kernel(), 0, 400).position(268 + 56 + 400 + 8);
    image.put((signed ? "ENDS" : "END.").getBytes(StandardCharsets.US_ASCII));
    return Arrays.copyOf(image.array(), image.position() + (signed ? 260 : 8));
  }

  @Test
  void findsASignatureThatIsAMember() {
    assertThat(only(ubiquiti(true)).signature()).isEqualTo("format");
    assertThat(only(ubiquiti(false)).signed()).isFalse();
  }

  @Test
  void findsASignatureBesideAnImage() {
    Tree tree = new Tree().file("update.trx", trx(kernel())).file("update.trx.sig", "signed");

    assertThat(tree.only("firmware-image").facts())
        .isInstanceOfSatisfying(
            FirmwareImageFacts.class, facts -> assertThat(facts.signature()).isEqualTo("beside"));
  }

  @Test
  void anImageInAnotherIsProtectedByThat() {
    assertThat(found(trx(trx(kernel())))).hasSize(1);
  }

  @Test
  void filesOfASystemAreNoImagesOfTheProduct() {
    assertThat(Tree.ofASystem().file("lib/firmware/a.trx", trx(kernel())).all("firmware-image"))
        .isEmpty();
  }

  /** Made as SWUpdate's documentation says: the description first, its signature second. */
  private byte[] swUpdate(String description, boolean signed)
      throws IOException, InterruptedException {
    Files.writeString(directory.resolve("sw-description"), description);
    Files.writeString(directory.resolve("rootfs.img"), "root");
    Files.writeString(directory.resolve("sw-description.sig"), "signature");
    String second = signed ? "sw-description.sig\\n" : "";
    Tool.run(
        directory,
        "sh",
        "-c",
        "printf 'sw-description\\n%srootfs.img\\n' | cpio -o -H crc > image".formatted(second));
    return Files.readAllBytes(directory.resolve("image"));
  }

  @Test
  void readsImagesOfSwUpdate() throws Exception {
    String root = "4813494d137e1631bba301d5acab6e7bb7aa74ce1185d456565ef51d737677b2";
    String description =
        """
        software = { # {
          images: ({ device = "/dev/mmcblk0p2"; filename = "rootfs.img"; sha256 = "%s";
            properties: { create = "true"; } });
        }
        """;
    FirmwareImageFacts facts = only(swUpdate(description.formatted(root), true));
    assertThat(facts.format()).isEqualTo("SWUpdate");
    assertThat(facts.checks()).containsExactly("SHA-256");
    assertThat(facts.mismatches()).isEmpty();
    assertThat(facts.signature()).isEqualTo("format");

    String other = root.replace('4', '5');
    String json = "{\"images\": [{\"sha256\": \"%s\", \"filename\": \"rootfs.img\"}]}";
    facts = only(swUpdate(json.formatted(other), false));
    assertThat(facts.mismatches()).containsExactly("fw!/update.bin!/rootfs.img");
    assertThat(facts.signed()).isFalse();

    facts = only(swUpdate("software = { images: ({ filename = \"rootfs.img\" }) }", false));
    assertThat(facts.checks()).isEmpty();
  }

  @Test
  void doesNotSayThatAllFitsWhereAListedMemberIsNotThere() throws Exception {
    String digest = "0".repeat(64);
    String description = "{ filename = \"gone\"; sha256 = \"%s\" }".formatted(digest);
    Tree tree = new Tree().file("update.swu", swUpdate(description, false));
    assertThat(tree.only("firmware-image").unknown()).containsOnlyKeys("mismatches");
  }

  @Test
  void doesNotSayThatABundleIsNotSignedWhereItIsCut() throws Exception {
    byte[] whole = swUpdate("{ }", true);
    Tree tree = new Tree().file("update.swu", Arrays.copyOf(whole, 200));
    assertThat(tree.only("firmware-image").unknown())
        .containsOnlyKeys("mismatches", "signed", "signature");
  }

  /** Made as Mender's documentation says, without its own tool. */
  private byte[] mender(String content, boolean signed) throws IOException, InterruptedException {
    String script =
        """
        printf '{"format":"mender","version":3}' > version
        mkdir -p data in && printf '%s' > in/rootfs.ext4
        { sha256sum version; printf '%s' | sha256sum | sed 's#-#data/0000/rootfs.ext4#'; } > manifest
        echo signature > manifest.sig
        tar -C in -czf data/0000.tar.gz rootfs.ext4
        tar --format=ustar -cf image version manifest %s data/0000.tar.gz
        """
            .formatted(content, "root", signed ? "manifest.sig" : "");
    Tool.run(directory, "sh", "-e", "-c", script);
    return Files.readAllBytes(directory.resolve("image"));
  }

  @Test
  void readsArtifactsOfMender() throws Exception {
    FirmwareImageFacts facts = only(mender("root", true));
    assertThat(facts.format()).isEqualTo("Mender");
    assertThat(facts.checks()).containsExactly("SHA-256");
    assertThat(facts.mismatches()).isEmpty();
    assertThat(facts.signature()).isEqualTo("format");

    facts = only(mender("other", false));
    assertThat(facts.mismatches()).containsExactly("fw!/update.bin!/data/0000.tar.gz!/rootfs.ext4");
    assertThat(facts.signed()).isFalse();
  }

  @Test
  void otherArchivesAreNoFirmwareImages() throws Exception {
    Tool.run(directory, "sh", "-c", "echo a > version; tar -cf image version");
    assertThat(found(Files.readAllBytes(directory.resolve("image")))).isEmpty();
  }

  private FirmwareImageFacts made(String ofImage, String ofConfiguration)
      throws IOException, InterruptedException {
    Files.write(directory.resolve("kernel"), kernel());
    Files.writeString(directory.resolve("x.its"), TREE.formatted(ofImage, ofConfiguration));
    Path keys = Files.createDirectories(directory.resolve("keys"));
    Tool.run(keys, "openssl", "genrsa", "-out", "dev.key", "2048");
    String[] certificate = {"req", "-x509", "-key", "dev.key", "-subj", "/CN=a", "-out", "dev.crt"};
    Tool.run(keys, "openssl", certificate);
    Tool.run(directory, "mkimage", "-f", "x.its", "-k", "keys", "-r", "image");
    return only(Files.readAllBytes(directory.resolve("image")));
  }

  @Test
  void readsSignaturesThatMkimageMade() throws Exception {
    FirmwareImageFacts signed = made("", SIGNATURE.formatted("sign-images = \"kernel\";"));

    assertThat(signed.signature()).isEqualTo("format");
    assertThat(signed.everyConfiguration()).isTrue();
    assertThat(signed.checks()).containsExactly("sha256");
    assertThat(signed.algorithms()).containsExactly("sha256,rsa2048");
  }

  @Test
  void tellsImagesThatAreSignedOneByOne() throws Exception {
    FirmwareImageFacts signed = made(SIGNATURE.formatted(""), "");

    assertThat(signed.signed()).isTrue();
    assertThat(signed.everyConfiguration()).isFalse();
  }

  @Test
  void aTreeWithoutSignaturesIsNotSigned() throws Exception {
    assertThat(made("", "").signed()).isFalse();
  }

  @Test
  void tellsWhichImageOfATreeDoesNotFit() throws Exception {
    made("", "");
    byte[] image = Files.readAllBytes(directory.resolve("image"));
    int at = new String(image, StandardCharsets.ISO_8859_1).indexOf("more or less");
    image[at] = 'M';

    assertThat(only(image).mismatches()).containsExactly("fw!/update.bin!/kernel-1");
  }
}
