package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Archives.cpio;
import static dev.assay.inspect.hostile.Archives.replaced;
import static dev.assay.inspect.hostile.Archives.tar;
import static dev.assay.inspect.hostile.Archives.zip;

import dev.assay.inspect.scan.ZipQuine;

/** Names that are no names, and members that are their own. */
final class HostileNames extends HostileTable {

  @Override
  void fill() {
    pathTricks();
    collisions();
    cyclesAndQuines();
  }

  private void pathTricks() {
    group("path tricks");
    row("tar name that climbs out", tar("../../etc/passwd"), "path.traversal");
    row("tar name that climbs in the middle", tar("a/../../../b"), "path.traversal");
    row("tar name that climbs at its end", tar("a/b/..->x"), "path.traversal");
    row("tar name of dots alone", tar("../.."), "path.traversal");
    row("tar name that is absolute", tar("/etc/shadow"), "path.absolute");
    row("tar name with many slashes", tar("////etc//shadow"), "path.absolute");
    row("tar link of the name of the root", tar("/->x"), "path.absolute");
    row("zip name that climbs out", zip("../../evil"), "path.traversal");
    row("zip name that is absolute", zip("/evil"), "path.absolute");
    row("zip name with NUL", replaced(zip("e?il"), "?", "\0"), "path.nul");
    row("cpio name that climbs out", cpio("../evil"), "path.traversal");
    row("cpio name that is absolute", cpio("/etc/evil"), "path.absolute");
    row("tar name of 70,000 characters", tar("x".repeat(70_000)), "path.length");
    row("name with backslashes, which mean nothing", tar("..\\..\\evil"), NONE);
    row("name of control characters", tar("\u001b[2J\u0007"), NONE);
    row("name that is no UTF-8", replaced(zip("e?il"), "?", "\u00ff"), NONE);
    row("name of spaces and full stops", tar(" . "), NONE);
    row("symbolic link out of the product", tar("link->/etc/shadow"), NONE);
    row("symbolic link that climbs", tar("link->../../../../etc/shadow"), NONE);
    row("hard link out of the product", tar("link=>/etc/shadow"), "link.target-missing");
    row("hard link that climbs", tar("link=>../../etc/shadow"), "link.target-missing");
    row(
        "SafeLoader partition that climbs",
        Images.safeLoader("fwup-ptn .. base 0x00800 size 0x00010\t\r\n"),
        "path.traversal");
  }

  private void collisions() {
    group("name collisions");
    row("two tar members of one name", tar("f=first", "f=second"), "path.duplicate");
    row("one name with and without ./", tar("f=first", "./f=second"), "path.duplicate");
    row("one name with doubled slash", tar("d/f=first", "d//f=second"), "path.duplicate");
    row("one name by way of ..", tar("d/f=first", "d/e/../f=second"), "path.duplicate");
    row("absolute and relative", tar("etc/f=first", "/etc/f=second"), "path.duplicate");
    row("two cpio members of one name", cpio("f=first", "f=second"), "path.duplicate");
    row("two zip members of one name", replaced(zip("aa", "bb"), "bb", "aa"), "path.duplicate");
    row("file and link of one name", tar("f=first", "f->elsewhere"), "path.duplicate");
    row("names that differ by case", tar("File=first", "file=second"), NONE);
    row("names that differ by composition", tar("\u00e9=first", "e\u0301=second"), NONE);
    row("names that look alike", tar("paypal=first", "p\u0430ypal=second"), NONE);
    row("file that is a directory, too", tar("f=first", "f/g=second"), NONE);
  }

  private void cyclesAndQuines() {
    group("cycles and quines");
    row("zip that contains itself", ZipQuine.bytes(), "container.contains-itself");
    row("symbolic links in a circle", tar("a->b", "b->c", "c->a"), NONE);
    row("symbolic link to itself", tar("a->a"), NONE);
    row("hard link to itself", tar("a=>a"), "link.target-missing");
    row("hard links in a circle", tar("a=>b", "b=>a"), "link.target-missing");
    row("logical partitions in a circle", Images.mbr(0), "mbr.cycle");
    row("F2FS directory that holds itself", f2fs(Images.F2FS_NAME + 4, 3), "f2fs.cycle");
    row("romfs file that follows itself", Images.romfs(64), "romfs.directory");
  }
}
