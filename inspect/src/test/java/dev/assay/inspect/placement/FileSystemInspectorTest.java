package dev.assay.inspect.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemInspectorTest {
  private static final byte[] SOMETHING = {1, 2, 3};

  private static FileSystemFacts facts(Tree tree) {
    return (FileSystemFacts) tree.only("file-system").facts();
  }

  @Test
  void programsThatRunAsTheirOwnerAreListedWithModeAndOwner() {
    Described described =
        Tree.ofASystem()
            .file("bin/su", 04755, 0, 0, SOMETHING)
            .file("usr/bin/wall", 02755, 0, 5, SOMETHING)
            .file("usr/bin/cat", 0755, 0, 0, SOMETHING)
            .only("file-system");
    FileSystemFacts facts = (FileSystemFacts) described.facts();
    assertThat(facts.setuid()).containsExactly("bin/su");
    assertThat(facts.setgid()).containsExactly("usr/bin/wall");
    assertThat(described.evidence())
        .filteredOn(each -> each.fact().equals("setuid[0]"))
        .extracting(each -> each.evidence())
        .containsExactly(Evidence.whole("fw!/bin/su", "mode 4755, owner 0:0"));
  }

  @Test
  void aDirectoryForAllIsOpenUnlessItsStickyBitIsSet() {
    FileSystemFacts facts =
        facts(
            Tree.ofASystem()
                .directory("tmp", 01777)
                .directory("var/shared", 0777)
                .file("etc/motd", 0666, 0, 0, SOMETHING)
                .link("etc/link", "motd"));
    assertThat(facts.openDirectories()).containsExactly("var/shared");
    assertThat(facts.worldWritableFiles()).as("a link has no rights").containsExactly("etc/motd");
  }

  @Test
  void aDeviceOutsideDevIsListed() {
    FileSystemFacts facts =
        facts(Tree.ofASystem().disk("dev/sda", 0660, 8, 0).disk("home/user/disk", 0666, 8, 0));
    assertThat(facts.devicesOutsideDev()).containsExactly("home/user/disk");
    assertThat(facts.openDevices()).doesNotContain("dev/sda");
  }

  @Test
  void ownersThatAreNotRootsAreTold() {
    Tree tree =
        Tree.ofASystem()
            .file("etc/passwd", "root:x:0:0::/:/bin/sh\n")
            .file("etc/group", "root:x:0:\n")
            .file("usr/bin/tool", 0775, 1000, 1000, SOMETHING);
    FileSystemFacts facts = facts(tree);
    assertThat(facts.foreignPrograms()).containsExactly("usr/bin/tool");
    assertThat(facts.groupWritablePrograms()).containsExactly("usr/bin/tool");
    assertThat(facts.unknownUsers()).containsExactly("usr/bin/tool");
    assertThat(Tree.ofASystem().only("file-system").unknown())
        .containsKeys("unknownUsers", "unknownGroups");
  }

  @Test
  void whatIsLeftOverFromWorkIsListed() {
    FileSystemFacts facts =
        facts(
            Tree.ofASystem()
                .file("etc/passwd~", SOMETHING)
                .file("root/.ash_history", SOMETHING)
                .file("usr/share/doc/a~", SOMETHING)
                .directory("srv/www/.git", 0755));
    assertThat(facts.leftovers())
        .containsExactly("etc/passwd~", "root/.ash_history", "srv/www/.git");
  }

  @Test
  void anArchiveThatIsNoSystemHasNoRightsToJudge() {
    assertThat(new Tree().file("readme.txt", 0666, 0, 0, SOMETHING).all("file-system")).isEmpty();
  }

  /** A zip archive whose members have modes. */
  private static byte[] zip(Path file, String... members) throws IOException {
    Map<String, String> writable = Map.of("create", "true", "enablePosixFileAttributes", "true");
    try (FileSystem zip = FileSystems.newFileSystem(file, writable)) {
      for (String member : members) {
        Path path = zip.getPath(member);
        Files.createDirectories(path.getParent());
        Files.write(path, SOMETHING);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
      }
    }
    return Files.readAllBytes(file);
  }

  /** Build tools write modes, and native code lies in a folder that systems have as well. */
  @Test
  void anArchiveOfClassesIsNoSystem(@TempDir Path folder) throws Exception {
    byte[] jar = zip(folder.resolve("a.jar"), "META-INF/MANIFEST.MF", "lib/libnative.so");
    byte[] root = zip(folder.resolve("root.zip"), "lib/libnative.so");
    assertThat(new Tree().file("opt/a.jar", jar).file("opt/root.zip", root).all("file-system"))
        .extracting(found -> found.component().id())
        .containsExactly("file-system:fw", "file-system:fw!/opt/root.zip");
  }
}
