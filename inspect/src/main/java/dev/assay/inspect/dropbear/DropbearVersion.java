package dev.assay.inspect.dropbear;

import dev.assay.inspect.starts.Programs;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.nio.charset.StandardCharsets;

/** The version a server tells its clients (RFC 4253 4.2): {@code SSH-2.0-dropbear_2022.83}. */
final class DropbearVersion {
  private static final byte[] BANNER = "SSH-2.0-dropbear_".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST = 32;

  private DropbearVersion() {}

  /** Empty where the program is not in the product or shows none. */
  static String of(Root root, String program) {
    return Programs.find(root, program).flatMap(Node::kept).map(DropbearVersion::of).orElse("");
  }

  static String of(byte[] program) {
    for (int at = 0; at + BANNER.length <= program.length; at++) {
      if (program[at] == 'S' && matches(program, at)) {
        StringBuilder version = new StringBuilder();
        for (int i = at + BANNER.length; i < program.length && version.length() < LONGEST; i++) {
          char c = (char) (program[i] & 0xFF);
          boolean part = c == '.' || c == '-' || c < 128 && Character.isLetterOrDigit(c);
          if (!part) {
            break;
          }
          version.append(c);
        }
        if (!version.isEmpty()) {
          return version.toString();
        }
      }
    }
    return "";
  }

  private static boolean matches(byte[] program, int at) {
    for (int i = 0; i < BANNER.length; i++) {
      if (program[at + i] != BANNER[i]) {
        return false;
      }
    }
    return true;
  }
}
