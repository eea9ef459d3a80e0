package dev.assay.inspect.tree;

import dev.assay.formats.EntryType;
import dev.assay.model.Evidence;
import dev.assay.model.Owner;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One artifact in the tree: its placement (path, mode, owner) and what its content told.
 *
 * @param path whole path in the product: {@code netboot.img!/ramdisk!/etc/passwd}
 * @param inRoot path inside its root file system without leading slash: {@code etc/passwd}; for
 *     members of archives inside the root with {@code !/}
 * @param mode permission bits (07777)
 * @param device major × 2³² + minor of a device node
 * @param xattrs extended attributes as stored
 * @param link target of a symbolic link
 */
public record Node(
    String path,
    String inRoot,
    EntryType entryType,
    int mode,
    Owner owner,
    long device,
    Map<String, byte[]> xattrs,
    String link,
    Analysis analysis,
    List<Problem> problems,
    Optional<byte[]> kept) {

  public String name() {
    return inRoot.substring(inRoot.lastIndexOf('/') + 1);
  }

  public boolean isFile() {
    return entryType == EntryType.FILE;
  }

  public boolean isDirectory() {
    return entryType == EntryType.DIRECTORY;
  }

  public boolean isLink() {
    return entryType == EntryType.SYMLINK;
  }

  public String sha256() {
    return analysis.sha256();
  }

  public long size() {
    return analysis.size();
  }

  public String type() {
    return analysis.type();
  }

  /** Facts a {@link dev.assay.inspect.ContentInspector} found in the content. */
  public <F extends Record> Optional<F> facts(Class<F> wanted) {
    return analysis.facts(wanted);
  }

  public Evidence whole(String excerpt) {
    return Evidence.whole(path, excerpt);
  }

  public Evidence at(long offset, String excerpt) {
    return Evidence.offset(path, offset, excerpt);
  }
}
