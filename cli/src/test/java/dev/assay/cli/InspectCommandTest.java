package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.CommandLine.Ran;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code assay inspect}, from outside. */
class InspectCommandTest {
  private static final int ZIP_AT = 8192;

  @TempDir Path directory;

  private Path image;
  private long zipSize;

  /** 8 KiB of noise, an archive, erased flash. */
  @BeforeEach
  void image() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("etc/motd"));
      out.write("hello".getBytes(StandardCharsets.US_ASCII));
      out.putNextEntry(new ZipEntry("etc/\u001b[31mred"));
      out.write("x".getBytes(StandardCharsets.US_ASCII));
    }
    zipSize = zip.size();
    byte[] bytes = new byte[64 << 10];
    Arrays.fill(bytes, (byte) 0xFF);
    byte[] noise = new byte[ZIP_AT];
    new Random(3).nextBytes(noise);
    System.arraycopy(noise, 0, bytes, 0, ZIP_AT);
    System.arraycopy(zip.toByteArray(), 0, bytes, ZIP_AT, zip.size());
    image = Files.write(directory.resolve("flash.bin"), bytes);
  }

  private String inspect(String... options) {
    String[] arguments =
        Arrays.copyOf(new String[] {"inspect", image.toString()}, 4 + options.length);
    arguments[2] = "--cache";
    arguments[3] = "off";
    System.arraycopy(options, 0, arguments, 4, options.length);
    Ran ran = CommandLine.run(arguments);
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    return ran.out();
  }

  @Test
  void theMapExplainsEveryByte() {
    assertThat(inspect("--map").lines())
        .containsExactly(
            "flash.bin  65536 bytes",
            "0x00000000      8.2 kB  0x00000000.bin  unknown (entropy 7.98, encrypted or random)",
            "0x00002000       %d B  0x00002000.zip  application/zip".formatted(zipSize),
            "0x%08x     57.1 kB  padding 0xff".formatted(ZIP_AT + zipSize),
            "   0.4 %  known structures",
            "  87.1 %  padding",
            "  12.5 %  unknown",
            "");
  }

  @Test
  void theTreeShowsPathsFormatsSizesAndWhatWasNotExamined() {
    assertThat(inspect("--tree"))
        .contains("   65.5 kB  flash.bin  application/octet-stream\n")
        .contains("    8.2 kB    0x00000000.bin  application/octet-stream\n")
        .contains("! not examined: unknown, encrypted or random, entropy 7.98\n")
        .contains("       5 B        motd  text/plain\n")
        .doesNotContain("\u001b");
  }

  @Test
  void withoutAnOptionBothAreShown() {
    assertThat(inspect()).contains("padding 0xff", "motd  text/plain");
  }

  @Test
  void jsonTellsTheSame() throws IOException {
    JsonNode all = new ObjectMapper().readTree(inspect("--json"));
    JsonNode map = all.get("images").get(0).get("map");
    assertThat(map.get(0).get("look").asText()).isEqualTo("random");
    assertThat(map.get(1).get("type").asText()).isEqualTo("application/zip");
    assertThat(map.get(1).get("offset").asLong()).isEqualTo(ZIP_AT);
    assertThat(map.get(2).get("is").asText()).isEqualTo("padding");
    assertThat(all.get("artifacts").findValuesAsText("path"))
        .contains("flash.bin", "flash.bin!/0x00002000.zip!/etc/motd");
    assertThat(new ObjectMapper().readTree(inspect("--json", "--map")).has("artifacts")).isFalse();
    assertThat(new ObjectMapper().readTree(inspect("--json", "--tree")).has("images")).isFalse();
  }

  @Test
  void problemsStandBelowWhatHasThem() throws IOException {
    byte[] cut = Files.readAllBytes(image);
    image = Files.write(directory.resolve("cut.zip"), Arrays.copyOfRange(cut, ZIP_AT, ZIP_AT + 60));
    assertThat(inspect("--tree")).containsPattern("(?m)^ +! zip\\.[a-z-]+.*: ");
  }

  @Test
  void aMapThatFailsIsTheFaultOfNoProductAndTheTreeIsShownAllTheSame() {
    Ran alone = inspectWithoutMap("--map");
    assertThat(alone.status()).isEqualTo(3);
    assertThat(alone.out()).isEmpty();
    assertThat(alone.err())
        .startsWith("assay: flash.bin: a fault of Assay, not of the product: ")
        .contains("ByteMap ended with IllegalStateException", "exit status 3");
    Ran both = inspectWithoutMap();
    assertThat(both.status()).isEqualTo(3);
    assertThat(both.out()).contains("! assay.fault", "motd  text/plain");
    assertThat(both.err()).isEqualTo(alone.err());
  }

  private Ran inspectWithoutMap(String... options) {
    InspectCommand failing =
        new InspectCommand(
            bytes -> {
              throw new IllegalStateException("a mistake");
            });
    String[] arguments = Arrays.copyOf(options, options.length + 3);
    System.arraycopy(
        new String[] {"--cache", "off", image.toString()}, 0, arguments, options.length, 3);
    return CommandLine.captured((out, err) -> new picocli.CommandLine(failing).execute(arguments));
  }

  @Test
  void aMissingProductIsOneLine() {
    Ran ran = CommandLine.run("inspect", directory.resolve("none").toString());
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1);
  }
}
