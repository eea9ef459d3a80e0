package dev.assay.compare;

import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What two containers say of the same member: type, permissions, owner, target. */
final class Stored {
  private Stored() {}

  static List<Aspect> differences(Entry left, Entry right) {
    List<Aspect> found = new ArrayList<>();
    if (kind(left) != kind(right)) {
      found.add(Aspect.change("type", word(left), word(right)));
    }
    if (!left.link().equals(right.link()) && kind(left) == EntryType.SYMLINK) {
      found.add(Aspect.change("link target", left.link(), right.link()));
    }
    Entry.Attributes a = left.attributes();
    Entry.Attributes b = right.attributes();
    if (a.mode() != b.mode()) {
      found.add(Aspect.change("permissions: mode", octal(a.mode()), octal(b.mode())));
    }
    if (a.uid() != b.uid() || a.gid() != b.gid()) {
      found.add(
          Aspect.change("permissions: owner", a.uid() + ":" + a.gid(), b.uid() + ":" + b.gid()));
    }
    if (a.device() != b.device()) {
      found.add(Aspect.change("device", device(a.device()), device(b.device())));
    }
    TreeSet<String> names = new TreeSet<>(a.xattrs().keySet());
    names.addAll(b.xattrs().keySet());
    for (String name : names) {
      byte[] before = a.xattrs().getOrDefault(name, new byte[0]);
      byte[] after = b.xattrs().getOrDefault(name, new byte[0]);
      if (!Arrays.equals(before, after)
          || a.xattrs().containsKey(name) != b.xattrs().containsKey(name)) {
        found.add(Aspect.change("permissions: attribute " + name, hex(before), hex(after)));
      }
    }
    return found;
  }

  /** What a member is that has no counterpart: its kind unless it is a file, size, target. */
  static List<Aspect> alone(Entry entry, Outcome outcome) {
    List<Aspect> found = new ArrayList<>();
    if (kind(entry) != EntryType.FILE) {
      found.add(oneSided(outcome, "type", word(entry)));
    }
    if (kind(entry) == EntryType.SYMLINK) {
      found.add(oneSided(outcome, "link target", entry.link()));
    }
    entry
        .content()
        .ifPresent(
            content ->
                found.add(oneSided(outcome, "size", MemberComparison.bytes(content.size()))));
    return found;
  }

  private static Aspect oneSided(Outcome outcome, String what, String value) {
    return outcome == Outcome.REMOVED
        ? Aspect.change(what, value, "")
        : Aspect.change(what, "", value);
  }

  /** Its kind as people call it. */
  static String word(Entry entry) {
    return switch (kind(entry)) {
      case FILE, HARDLINK -> entry.members().isPresent() ? "directory" : "file";
      case DIRECTORY -> "directory";
      case SYMLINK -> "symlink";
      case CHARACTER_DEVICE -> "character device";
      case BLOCK_DEVICE -> "block device";
      case FIFO -> "fifo";
      case SOCKET -> "socket";
    };
  }

  private static EntryType kind(Entry entry) {
    return entry.entryType() == EntryType.HARDLINK ? EntryType.FILE : entry.entryType();
  }

  private static String octal(int mode) {
    return String.format(Locale.ROOT, "%04o", mode);
  }

  private static String device(long device) {
    return (device >>> 32) + ":" + (device & 0xFFFF_FFFFL);
  }

  private static String hex(byte[] value) {
    return HexFormat.of().formatHex(value, 0, Math.min(value.length, 64));
  }
}
