package dev.assay.formats.ubootenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.formats.Bytes;
import dev.assay.formats.Hostile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On environments that mkenvimage of U-Boot wrote. */
class UBootEnvironmentTest {
  private static final Path WRITER = Path.of("/usr/bin/mkenvimage");

  @TempDir Path folder;

  @Test
  void readsAPlainEnvironmentOfEitherByteOrder() throws Exception {
    for (List<String> options : List.of(List.<String>of(), List.of("-b"))) {
      Variables found = UBootEnvironment.read(Bytes.of(written(options))).orElseThrow();
      assertEquals(Map.of("bootcmd", "run distro", "bootdelay", "2"), found.values());
      assertEquals(4, found.places().get("bootcmd"));
    }
  }

  @Test
  void readsARedundantEnvironmentBehindItsFlag() throws Exception {
    Variables found = UBootEnvironment.read(Bytes.of(written(List.of("-r")))).orElseThrow();
    assertEquals("2", found.values().get("bootdelay"));
    assertEquals(5, found.offset());
  }

  @Test
  void findsTheSizeWhereOtherDataFollows() throws Exception {
    byte[] longer = Arrays.copyOf(written(List.of()), 100_000);
    assertEquals(2, UBootEnvironment.read(Bytes.of(longer)).orElseThrow().values().size());
  }

  @Test
  void doesNotTakeAnEnvironmentWithAWrongChecksum() throws Exception {
    byte[] damaged = written(List.of());
    damaged[9] ^= 1;
    assertTrue(UBootEnvironment.read(Bytes.of(damaged)).isEmpty());
  }

  @Test
  void findsTheDefaultEnvironmentInAProgram() {
    byte[] program =
        "code\0\1\2\0baudrate=115200\0bootcmd=tftp\0bootdelay=5\0\0more=1\0"
            .getBytes(StandardCharsets.ISO_8859_1);
    Variables found = Variables.all(Bytes.of(program).head(program.length)).getFirst();
    assertEquals(Map.of("baudrate", "115200", "bootcmd", "tftp", "bootdelay", "5"), found.values());
    assertEquals(8, found.offset());
  }

  @Test
  void survivesDamage() throws Exception {
    Hostile.survives(new UBootEnvironment(), written(List.of()));
  }

  private byte[] written(List<String> options) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(WRITER), "mkenvimage is not installed");
    Path text = folder.resolve("env.txt");
    Path image = folder.resolve("env.bin");
    Files.writeString(text, "bootcmd=run distro\nbootdelay=2\n");
    List<String> command = new ArrayList<>(List.of(WRITER.toString(), "-s", "0x4000"));
    command.addAll(options);
    command.addAll(List.of("-o", image.toString(), text.toString()));
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    return Files.readAllBytes(image);
  }
}
