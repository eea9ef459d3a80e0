package dev.assay.verify.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Keys to look for in JSON as it is written. */
public final class Names {
  private final List<String> names;
  private final byte[][] written;

  private Names(List<String> names) {
    this.names = names;
    this.written =
        names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  /** So many names, which differ. */
  public static Names of(String... names) {
    return new Names(List.of(names));
  }

  int count() {
    return written.length;
  }

  /** The place of a name; -1 if it is none of them. */
  int find(String name) {
    return names.indexOf(name);
  }

  /** The place of the name that some bytes are in UTF-8; -1 if they are none. */
  int find(byte[] bytes, int from, int to) {
    for (int i = 0; i < written.length; i++) {
      if (Arrays.equals(bytes, from, to, written[i], 0, written[i].length)) {
        return i;
      }
    }
    return -1;
  }

  String get(int i) {
    return names.get(i);
  }
}
