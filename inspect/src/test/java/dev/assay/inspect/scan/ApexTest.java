package dev.assay.inspect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module of Android: a zip archive that stores a file system on a page of its own. */
class ApexTest {
  @TempDir Path directory;

  private static final String TREE = "mkdir -p tree/etc && echo x > tree/etc/hosts && ";
  private static final String ZIP =
      " && echo '{}' > apex_manifest.pb && zip -q0 x.zip apex_manifest.pb apex_payload.img && cat x.zip";

  private void seesTheFileIn(byte[] apex) {
    Scanned scanned = Scans.of("x.apex", apex);
    assertThat(Scans.paths(scanned)).contains("x.apex!/apex_payload.img!/etc/hosts");
    assertThat(Scans.problems(scanned)).isEmpty();
  }

  @Test
  void seesFilesOnExt4() {
    seesTheFileIn(
        Scans.shell(
            directory,
            "zip",
            TREE
                + "PATH=$PATH:/sbin:/usr/sbin mkfs.ext4 -q -b 4096 -O ^has_journal -d tree apex_payload.img 1M >&2"
                + ZIP));
  }

  @Test
  void seesFilesOnErofs() {
    seesTheFileIn(
        Scans.shell(
            directory, "mkfs.erofs", TREE + "mkfs.erofs -zlz4 apex_payload.img tree >&2" + ZIP));
  }
}
