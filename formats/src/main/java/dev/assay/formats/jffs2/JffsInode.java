package dev.assay.formats.jffs2;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the nodes of one inode say; of each the latest version counts. */
final class JffsInode {
  /** Mode, owner and size, from the latest node. */
  record State(long version, int mode, int uid, int gid, long size) {}

  private State state = new State(-1, 0, 0, 0, 0);
  private long[] data = new long[1];
  private int count;
  private int damaged;
  private long damagedAt = -1;
  private final Map<Long, Long> attributes = new LinkedHashMap<>(0);

  void take(State found) {
    if (found.version >= state.version) {
      state = found;
    }
  }

  /** A node with data, at an offset of the image. */
  void takeData(long at) {
    if (count == data.length) {
      data = Arrays.copyOf(data, count * 2);
    }
    data[count++] = at;
  }

  /** A node whose data do not match their CRC. */
  void takeDamage(long at) {
    if (damaged++ == 0) {
      damagedAt = at;
    }
  }

  /**
   * The use of an attribute; an odd sequence number takes it back.
   *
   * @param attribute its number
   */
  void takeAttribute(long attribute, long sequence) {
    attributes.merge(attribute, sequence, Math::max);
  }

  State state() {
    return state;
  }

  long[] data() {
    return Arrays.copyOf(data, count);
  }

  int damaged() {
    return damaged;
  }

  long damagedAt() {
    return damagedAt;
  }

  long[] attributes() {
    return attributes.entrySet().stream()
        .filter(use -> use.getValue() % 2 == 0)
        .mapToLong(Map.Entry::getKey)
        .toArray();
  }
}
