package dev.assay.formats;

import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes hard links what they are: further names of the same file. */
public final class HardLinks {
  private HardLinks() {}

  /**
   * The members, with each hard link replaced by the earlier member it names; one that names none
   * is reported.
   */
  public static List<Entry> resolved(List<Entry> members) {
    return resolved(members, path -> Optional.empty());
  }

  /**
   * As {@link #resolved(List)}; where no member of the list has the name, {@code below} is asked,
   * with a path as {@link #clean} makes it.
   */
  public static List<Entry> resolved(List<Entry> members, Function<String, Optional<Entry>> below) {
    if (members.stream().noneMatch(member -> member.entryType() == EntryType.HARDLINK)) {
      return members;
    }
    Map<String, Entry> seen = new HashMap<>();
    List<Entry> resolved = new ArrayList<>(members.size());
    for (Entry member : members) {
      Entry entry = member.entryType() == EntryType.HARDLINK ? link(member, seen, below) : member;
      seen.put(clean(entry.path()), entry);
      resolved.add(entry);
    }
    return resolved;
  }

  /**
   * A stored path without what does not matter: {@code ./} and slashes in front, slashes at the
   * end.
   */
  public static String clean(String path) {
    int start = 0;
    int end = path.length();
    while (path.startsWith("/", start) || path.startsWith("./", start)) {
      start += path.charAt(start) == '/' ? 1 : 2;
    }
    while (end > start && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(start, end);
  }

  private static Entry link(
      Entry link, Map<String, Entry> seen, Function<String, Optional<Entry>> below) {
    String wanted = clean(link.link());
    Entry target = seen.get(wanted);
    if (target == null) {
      target = below.apply(wanted).orElse(link);
    }
    if (target.entryType() == EntryType.HARDLINK || target.entryType() == EntryType.DIRECTORY) {
      List<Problem> problems = new ArrayList<>(link.problems());
      problems.add(
          new Problem(
              "link.target-missing",
              -1,
              "hard link to `" + link.link() + "`, which is no earlier member; it has no content"));
      return link.withProblems(problems);
    }
    // One inode: attributes are those of the file, not what the writer repeated for the link.
    return new Entry(
        link.path(),
        target.entryType(),
        target.attributes(),
        target.link(),
        target.content(),
        target.type(),
        target.members(),
        link.problems());
  }
}
