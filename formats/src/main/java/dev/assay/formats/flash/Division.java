package dev.assay.formats.flash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * How a chip is divided.
 *
 * @param partitions by start; none overlap
 */
public record Division(List<Partition> partitions) {
  /** Of a chip of which nothing is known. */
  public static final Division NONE = new Division(List.of());

  /** One structure may begin where a partition does by chance. */
  private static final int LEAST_AGREEING = 2;

  public Division {
    partitions = List.copyOf(partitions);
  }

  /**
   * The division with which most of what was found agrees; {@link #NONE} where none fits the chip
   * or fewer than two structures begin where a partition begins.
   *
   * @param size of the chip in bytes
   * @param starts where structures were found to begin
   */
  public static Division fitting(
      Collection<List<Partition>> candidates, long size, NavigableSet<Long> starts) {
    Division best = NONE;
    long agreeing = LEAST_AGREEING - 1;
    for (List<Partition> candidate : candidates) {
      Division division = new Division(apart(candidate));
      boolean fits = division.partitions.stream().allMatch(part -> part.end() <= size);
      long agree = division.partitions.stream().filter(p -> starts.contains(p.start())).count();
      if (fits && agree > agreeing) {
        best = division;
        agreeing = agree;
      }
    }
    return best;
  }

  /** Of partitions that overlap, such as one over kernel and root together, the smaller. */
  private static List<Partition> apart(List<Partition> partitions) {
    List<Partition> taken = new ArrayList<>();
    List<Partition> small =
        partitions.stream().sorted(Comparator.comparingLong(Partition::length)).toList();
    for (Partition part : small) {
      if (taken.stream().noneMatch(t -> t.start() < part.end() && part.start() < t.end())) {
        taken.add(part);
      }
    }
    taken.sort(Comparator.comparingLong(Partition::start));
    return taken;
  }

  /** The partition that begins there. */
  public Optional<Partition> startingAt(long offset) {
    return partitions.stream().filter(part -> part.start() == offset).findFirst();
  }

  /** The first border of a partition behind {@code offset}, or {@code end} where none is before. */
  public long borderAfter(long offset, long end) {
    long border = end;
    for (Partition part : partitions) {
      if (part.start() > offset) {
        border = Math.min(border, part.start());
      } else if (part.end() > offset) {
        border = Math.min(border, part.end());
      }
    }
    return border;
  }
}
