package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A small tree on the host with one of each kind of file, for archivers to pack. */
public final class SampleTree {
  public static final String LONG_NAME = "directory-".repeat(12) + "/" + "n".repeat(180);

  private SampleTree() {}

  public static Path create(Path at) throws IOException {
    Files.createDirectories(at.resolve("etc/empty"));
    Files.createDirectories(at.resolve("bin"));
    Files.writeString(at.resolve("etc/motd"), "hello\n");
    Files.writeString(at.resolve("etc/nothing"), "");
    Files.write(at.resolve("bin/tool"), new byte[70_000]);
    Files.setPosixFilePermissions(
        at.resolve("bin/tool"), PosixFilePermissions.fromString("rwxr-x---"));
    Files.setAttribute(at.resolve("bin/tool"), "unix:mode", 0104750);
    Files.createLink(at.resolve("bin/same"), at.resolve("bin/tool"));
    Files.createSymbolicLink(at.resolve("bin/link"), Path.of("../etc/motd"));
    Files.writeString(at.resolve("etc/naïve ü"), "utf-8 name");
    Path longName = at.resolve(LONG_NAME);
    Files.createDirectories(longName.getParent());
    Files.writeString(longName, "long name");
    return at;
  }

  /** The same tree, from an archive. */
  public static void assertHolds(Listed listed, String prefix) {
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entries).allSatisfy(entry -> assertThat(entry.problems()).isEmpty());
    assertThat(listed.text(prefix + "etc/motd")).isEqualTo("hello\n");
    assertThat(listed.bytes(prefix + "etc/nothing")).isEmpty();
    assertThat(listed.text(prefix + "etc/naïve ü")).isEqualTo("utf-8 name");
    assertThat(listed.text(prefix + LONG_NAME)).isEqualTo("long name");
    assertThat(listed.entry(prefix + "bin/link").link()).isEqualTo("../etc/motd");
    assertThat(listed.entry(prefix + "bin/link").entryType()).isEqualTo(EntryType.SYMLINK);
    for (String name : List.of("bin/tool", "bin/same")) {
      Entry entry = listed.entry(prefix + name);
      assertThat(entry.attributes().mode()).isEqualTo(04750);
      String content = entry.entryType() == EntryType.HARDLINK ? entry.link() : prefix + name;
      assertThat(listed.bytes(content)).isEqualTo(new byte[70_000]);
    }
  }
}
