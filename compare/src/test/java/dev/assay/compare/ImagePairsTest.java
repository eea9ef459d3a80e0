package dev.assay.compare;

import static dev.assay.compare.Equivalence.BUILD_ID;
import static dev.assay.compare.Equivalence.BUILD_PATH;
import static dev.assay.compare.Equivalence.BUILD_TIME;
import static dev.assay.compare.Equivalence.COMPRESSION;
import static dev.assay.compare.Equivalence.DERIVED;
import static dev.assay.compare.Equivalence.LAYOUT;
import static dev.assay.compare.Equivalence.PADDING;
import static dev.assay.compare.Equivalence.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File systems, programs and boot images that real tools made twice. */
class ImagePairsTest {
  @TempDir Path dir;

  @BeforeEach
  void tree() throws IOException {
    write("tree/etc/sshd_config", "PermitRootLogin=no\n");
    write("tree/data", "data ".repeat(50_000));
  }

  @Test
  void squashFsOfAnotherTimeAndCompressorIsEquivalent() throws Exception {
    tool("mksquashfs", "tree", "1.sqfs", "-comp", "gzip", "-mkfs-time", "1", "-quiet");
    tool("mksquashfs", "tree", "2.sqfs", "-comp", "xz", "-mkfs-time", "2", "-quiet");
    compare("1.sqfs", "2.sqfs").isEquivalentExcept(BUILD_TIME, COMPRESSION, LAYOUT, PADDING);
  }

  @Test
  void aSettingInsideASquashFsIsNamed() throws Exception {
    tool("mksquashfs", "tree", "1.sqfs", "-quiet", "-mkfs-time", "1");
    write("tree/etc/sshd_config", "PermitRootLogin=yes\n");
    tool("mksquashfs", "tree", "2.sqfs", "-quiet", "-mkfs-time", "1");
    Compared found = compare("1.sqfs", "2.sqfs").isDifferent();
    assertThat(found.outcomes()).containsEntry("p!/etc/sshd_config", Outcome.CHANGED);
    assertThat(found.aspects()).contains("key PermitRootLogin");
  }

  @Test
  void extFileSystemsOfTheSameTreeAreEquivalent() throws Exception {
    tool("mkfs.ext4", "-q", "-d", "tree", "1.ext4", "4M");
    tool("mkfs.ext4", "-q", "-d", "tree", "2.ext4", "4M");
    Compared found = compare("1.ext4", "2.ext4");
    assertThat(found.comparison().verdict())
        .as(found.comparison().toString())
        .isEqualTo(Verdict.EQUIVALENT_EXCEPT);
    assertThat(found.comparison().exceptions()).contains(LAYOUT);
  }

  @Test
  void uBootImageOfAnotherTimeIsEquivalent() throws Exception {
    tool("mkimage", "-V");
    for (int i = 1; i <= 2; i++) {
      tool(
          "sh",
          "-c",
          "SOURCE_DATE_EPOCH="
              + i
              + " mkimage -A arm -O linux -T kernel -C none -a 0 -e 0 -n x -d tree/data "
              + i
              + ".img");
    }
    compare("1.img", "2.img").isEquivalentExcept(BUILD_TIME, DERIVED);
  }

  @Test
  void theFieldOfAUBootImageThatChangedIsNamed() throws Exception {
    for (int i = 1; i <= 2; i++) {
      tool(
          "mkimage",
          "-A",
          "arm",
          "-O",
          "linux",
          "-T",
          "kernel",
          "-C",
          "none",
          "-a",
          "0",
          "-e",
          i + "000",
          "-n",
          "x",
          "-d",
          "tree/data",
          i + ".img");
    }
    assertThat(aspects(compare("1.img", "2.img")))
        .contains(
            Aspect.change("uImage entry point", "0x00001000 (10 bytes)", "0x00002000 (10 bytes)"));
  }

  @Test
  void treesOfImagesAreEquivalentBesidesTimeAndNameWhatElseChanged() throws Exception {
    Tool.needs("dtc");
    fit("1.itb", 1, 1000);
    fit("2.itb", 2, 1000);
    fit("3.itb", 1, 2000);
    compare("1.itb", "2.itb").isEquivalentExcept(BUILD_TIME);
    assertThat(aspects(compare("1.itb", "3.itb")))
        .contains(
            Aspect.change(
                "fit /images/kernel-1/entry", "0x00001000 (10 bytes)", "0x00002000 (10 bytes)"));
  }

  /** A checksum that follows from the rest is told, one that does not is a difference. */
  @Test
  void checksumsOfBootImagesAreToldByName() throws Exception {
    write("tree/data", "one kernel");
    fit("1.itb", 1, 1000);
    image("1.img", 1, 1000);
    write("tree/data", "two kernel");
    fit("2.itb", 1, 1000);
    image("2.img", 1, 1000);
    assertThat(aspects(compare("1.itb", "2.itb")))
        .contains(
            Aspect.same(
                DERIVED, "fit hashes: /images/kernel-1/hash-1/value", "ec61c1f6", "a28c530b"));
    assertThat(compare("1.img", "2.img").isDifferent().aspects())
        .contains("uImage header CRC", "uImage data CRC")
        .doesNotContain("uImage data size", "uImage time");

    byte[] right = Files.readAllBytes(dir.resolve("1.img"));
    byte[] wrong = right.clone();
    wrong[5] ^= 1;
    assertThat(Compared.bytes(right, wrong).isDifferent().aspects()).contains("uImage header CRC");
  }

  @Test
  void theTimeOfABootImageIsToldBesideWhatElseChanged() throws Exception {
    image("1.img", 1, 1000);
    image("2.img", 2, 2000);
    assertThat(compare("1.img", "2.img").isDifferent().aspects())
        .contains("uImage entry point", "uImage time", "uImage header CRC");
  }

  private void image(String file, int time, int entry) throws Exception {
    tool(
        "sh",
        "-c",
        ("SOURCE_DATE_EPOCH=%d mkimage -A arm -O linux -T kernel -C none -a 0 -e %d -n x"
                + " -d tree/data %s")
            .formatted(time, entry, file));
  }

  private void fit(String file, int time, int entry) throws Exception {
    tool(
        "sh",
        "-c",
        ("SOURCE_DATE_EPOCH=%d mkimage -f auto -A arm -O linux -T kernel -C none -a 0 -e %d -n x"
                + " -d tree/data %s")
            .formatted(time, entry, file));
  }

  private static List<Aspect> aspects(Compared found) {
    return found.isDifferent().comparison().findings().stream()
        .flatMap(finding -> finding.aspects().stream())
        .toList();
  }

  @Test
  void programsThatDifferInBuildIdAreEquivalent() throws Exception {
    write("m.c", "int main(void) { return 0; }\n");
    tool("gcc", "-o", "1.elf", "m.c", "-Wl,--build-id=0x1111");
    tool("gcc", "-o", "2.elf", "m.c", "-Wl,--build-id=0x2222");
    compare("1.elf", "2.elf").isEquivalentExcept(BUILD_ID);
  }

  @Test
  void programsThatDifferInTimeAndPathOfTheBuildAreEquivalent() throws Exception {
    String source =
        "#include <stdio.h>\nint main(void) { puts(__FILE__); puts(MADE); return 0; }\n";
    write("one/m.c", source);
    write("two/m.c", source);
    made("one", "Nov 21 2026 10:11:12");
    made("two", "Jan  2 2025 01:02:03");
    Compared found = compare("one.elf", "two.elf");
    assertThat(found.comparison().exceptions()).contains(BUILD_PATH, BUILD_TIME);
    assertThat(found.comparison().verdict())
        .as(found.comparison().toString())
        .isEqualTo(Verdict.EQUIVALENT_EXCEPT);
  }

  @Test
  void anotherFunctionNamesSectionsSymbolsAndStrings() throws Exception {
    write("1.c", "#include <stdio.h>\nint one(void) { return puts(\"first text\"); }\n");
    write("2.c", "#include <stdio.h>\nint two(void) { return puts(\"second text\"); }\n");
    tool("gcc", "-shared", "-fPIC", "-o", "1.so", "1.c");
    tool("gcc", "-shared", "-fPIC", "-o", "2.so", "2.c");
    Compared found = compare("1.so", "2.so").isDifferent();
    assertThat(found.aspects()).contains("section .rodata", "symbol", "string");
  }

  @Test
  void theSignatureOfAKernelModuleIsASignature() throws Exception {
    write("m.c", "int x = 1;\n");
    tool("gcc", "-c", "-o", "m.o", "m.c");
    byte[] object = Files.readAllBytes(dir.resolve("m.o"));
    Compared.bytes(signed(object, "AAAA"), signed(object, "BBBBBB")).isEquivalentExcept(SIGNATURE);
  }

  private void made(String folder, String moment) throws Exception {
    tool(
        "gcc",
        "-s",
        "-Wl,--build-id=none",
        "-DMADE=\"" + moment + "\"",
        "-o",
        folder + ".elf",
        dir.resolve(folder + "/m.c").toString());
  }

  private static byte[] signed(byte[] object, String signature) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(object);
    out.writeBytes(signature.getBytes());
    out.writeBytes(new byte[] {0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, (byte) signature.length()});
    out.writeBytes("~Module signature appended~\n".getBytes());
    return out.toByteArray();
  }

  private Compared compare(String left, String right) {
    return Compared.files(dir.resolve(left), dir.resolve(right));
  }

  private void tool(String... command) throws Exception {
    Tool.run(dir, command);
  }

  private void write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private byte[] boot(String name, String options) throws Exception {
    Files.writeString(dir.resolve("kernel"), "a kernel");
    Files.writeString(dir.resolve("ramdisk"), "a ramdisk");
    String command =
        "mkbootimg --kernel kernel --ramdisk ramdisk --base 0x10000000 -o " + name + " ";
    Tool.run(dir, (command + options).split(" "));
    return Files.readAllBytes(dir.resolve(name));
  }

  @Test
  void fieldsOfABootImageAreNamed() throws Exception {
    byte[] left = boot("1", "--kernel_offset 0x8000 --pagesize 2048 --os_version 12.0.0");
    byte[] right = boot("2", "--kernel_offset 0x9000 --pagesize 2048 --os_version 13.0.0");
    assertThat(Compared.bytes(left, right).isDifferent().aspects())
        .containsExactly("boot kernel address", "boot version of the system");
  }

  @Test
  void whatABootImageHoldsBeyondItsFieldsIsNamed() throws Exception {
    for (String version : new String[] {"0", "2 --dtb kernel", "3"}) {
      byte[] left = boot("1", "--pagesize 4096 --header_version " + version);
      byte[] right = left.clone();
      right[3000] = 1;
      assertThat(Compared.bytes(left, right).isDifferent().aspects())
          .containsExactly("boot header beyond its fields");
    }
  }

  /** What is compressed in another way has another size and another digest. */
  @Test
  void aRamdiskOfAnotherTimeIsNoOtherBootImage() throws Exception {
    byte[] first = Forged.gzip("etc/passwd", "", "", 1);
    byte[] second = Forged.gzip("etc/passwd", "name", "", 2);
    for (byte[] each : new byte[][] {first, second}) {
      Files.write(dir.resolve("packed"), each);
      String name = each == first ? "1" : "2";
      boot(name, "--ramdisk packed --pagesize 2048");
    }
    Compared.files(dir.resolve("1"), dir.resolve("2"))
        .isEquivalentExcept(
            Equivalence.LAYOUT, Equivalence.MTIME, Equivalence.BUILD_PATH, Equivalence.COMPRESSION);
  }
}
