package dev.assay.formats;

import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A listing that tests look into: members in order, problems of the container, and the members'
 * contents.
 */
public final class Listed implements Listing {
  private static final int MAX_ENTRIES = 200_000;

  public final List<Entry> entries = new ArrayList<>();
  public final List<Problem> problems = new ArrayList<>();
  private final Memory memory = new HeapMemory();

  /** Lists a container; a {@link Malformed} becomes a problem, as it does in a scan. */
  public static Listed of(Container container, Bytes content) {
    Listed listed = new Listed();
    try {
      container.unpack(content, listed);
    } catch (Malformed malformed) {
      listed.problems.add(malformed.problem());
    }
    return listed;
  }

  @Override
  public void add(Entry entry) {
    if (entries.size() >= MAX_ENTRIES) {
      throw new Malformed("limit.entries", -1, "test listing takes " + MAX_ENTRIES);
    }
    entries.add(entry);
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  @Override
  public Memory memory() {
    return memory;
  }

  /** The last member of that path. */
  public Entry entry(String path) {
    return entries.stream()
        .filter(entry -> entry.path().equals(path))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("no member `" + path + "` among " + paths()));
  }

  public byte[] bytes(String path) {
    return entry(path).content().orElseThrow().open(memory).toArray(Integer.MAX_VALUE);
  }

  public String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  public List<String> paths() {
    return entries.stream().map(Entry::path).toList();
  }
}
