package dev.assay.catalogue.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.model.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarWriterTest {
  private static byte[] sample() {
    byte[] text = "hello\n".getBytes(StandardCharsets.UTF_8);
    String deep = "d/".repeat(70) + "file";
    return new TarWriter()
        .directory("tmp", 01777, Owner.ROOT, Map.of())
        .file("usr/bin/su", text, 04755, Owner.ROOT, Map.of())
        .file(
            "usr/bin/ping",
            text,
            0755,
            new Owner(1, 2),
            Map.of(Capabilities.ATTRIBUTE, Capabilities.encode(List.of("cap_net_raw+ep"))))
        .link("bin", "usr/bin", Owner.ROOT)
        .device("dev/mem", 'c', 1, 1, 0640, new Owner(0, 15))
        .file(deep, text, 0644, Owner.ROOT, Map.of())
        .finish();
  }

  @Test
  void theSystemsTarReadsIt(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/tar")) || Files.isExecutable(Path.of("/bin/tar")));
    Path file = Files.write(folder.resolve("t.tar"), sample());
    Process tar =
        new ProcessBuilder(
                "tar",
                "--xattrs",
                "--xattrs-include=*",
                "--numeric-owner",
                "-tvvf",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String listed = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tar.waitFor()).as(listed).isZero();
    assertThat(listed.lines())
        .anyMatch(line -> line.startsWith("drwxrwxrwt") && line.endsWith(" tmp/"))
        .anyMatch(line -> line.startsWith("-rwsr-xr-x") && line.endsWith(" usr/bin/su"))
        .anyMatch(line -> line.contains("1/2") && line.endsWith(" usr/bin/ping"))
        .anyMatch(line -> line.contains("security.capability"))
        .anyMatch(line -> line.endsWith(" bin -> usr/bin"))
        .anyMatch(line -> line.startsWith("crw-r-----") && line.contains("1,1"))
        .anyMatch(line -> line.endsWith("d/d/file"));
  }

  @Test
  void theSameEntriesGiveTheSameBytes() {
    assertThat(sample()).isEqualTo(sample());
  }

  @Test
  void capabilitiesAreStoredAsTheKernelStoresThem() {
    assertThat(HexFormat.of().formatHex(Capabilities.encode(List.of("cap_net_raw", "bpf"))))
        .isEqualTo("0100000200200000000000008000000000000000");
    assertThatThrownBy(() -> Capabilities.encode(List.of("cap_fly")))
        .hasMessageContaining("no capability `cap_fly`");
  }
}
