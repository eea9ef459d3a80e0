package dev.assay.formats.inodes;

import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists an {@link InodeTree} from its root directory down. */
public final class InodeWalk {
  private static final int MAX_DEPTH = 512;

  private final InodeTree tree;
  private final Listing listing;
  private final Set<Long> entered = new HashSet<>();
  private final Map<Long, Entry> known = new HashMap<>();

  private InodeWalk(InodeTree tree, Listing listing) {
    this.tree = tree;
    this.listing = listing;
  }

  /** Adds all members of the tree to the listing; what cannot be read becomes problems. */
  public static void list(InodeTree tree, Listing listing) {
    new InodeWalk(tree, listing).directory(tree.root(), "", 0);
  }

  private void directory(long inode, String prefix, int depth) {
    if (depth > MAX_DEPTH) {
      problem("limit.depth", "`" + prefix + "` is deeper than " + MAX_DEPTH + " directories");
      return;
    }
    // A directory has one parent: a second name is a cycle or a way to multiply the listing.
    if (!entered.add(inode)) {
      problem(
          tree.format() + ".cycle",
          "directory `" + prefix + "` was listed under another name; not entered again");
      return;
    }
    try {
      tree.names(inode, (name, child) -> member(name, child, prefix, depth));
    } catch (Malformed damaged) {
      if (damaged.problem().code().equals("limit.entries")) {
        throw damaged;
      }
      listing.problem(
          new Problem(
              tree.format() + ".directory",
              damaged.problem().offset(),
              "directory `" + prefix + "`: " + damaged.getMessage() + "; its rest is not listed"));
    }
  }

  private void member(String name, long inode, String prefix, int depth) {
    if (name.equals(".") || name.equals("..")) {
      return;
    }
    List<Problem> odd = new ArrayList<>();
    String path = prefix + usable(name, odd);
    Entry entry = known.get(inode);
    if (entry == null) {
      entry = read(inode, path);
      if (entry.entryType() != EntryType.DIRECTORY) {
        known.put(inode, entry);
      }
    }
    odd.addAll(entry.problems());
    listing.add(entry.withPath(path).withProblems(odd));
    if (entry.entryType() == EntryType.DIRECTORY) {
      directory(inode, path + "/", depth + 1);
    }
  }

  private Entry read(long inode, String path) {
    try {
      return tree.entry(inode, path);
    } catch (Malformed damaged) {
      return Entry.other(path, EntryType.FILE, Entry.Attributes.NONE)
          .withProblems(List.of(damaged.problem()));
    }
  }

  /** A name is one step of a path; a slash in it would be a second one. */
  private String usable(String name, List<Problem> odd) {
    if (!name.isEmpty() && name.indexOf('/') < 0) {
      return name;
    }
    odd.add(
        new Problem(
            tree.format() + ".name",
            -1,
            "`" + name + "` cannot be the name of a file; slashes are written \\x2f"));
    return name.isEmpty() ? "\\x00" : name.replace("/", "\\x2f");
  }

  private void problem(String code, String message) {
    listing.problem(new Problem(code, -1, message));
  }
}
