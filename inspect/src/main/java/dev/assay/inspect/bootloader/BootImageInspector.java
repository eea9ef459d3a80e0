package dev.assay.inspect.bootloader;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.ubootenv.UBootEnvironment;
import dev.assay.formats.ubootenv.Variables;
import dev.assay.inspect.ContentInspector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds U-Boot and its environments in a program or a piece of flash. */
public final class BootImageInspector implements ContentInspector<BootImageFacts> {
  private static final String YEARLY = "U-Boot 20";
  private static final String NUMBERED = "U-Boot 1.";
  private static final String COMMAND = "bootcmd=";
  private static final String DELAY = "bootdelay=";
  private static final String REQUIRED = "Unable to verify required signature";
  private static final String ANY_KEY = "Hit any key to stop autoboot";
  private static final String KEYED = "bootstopkey";

  /** The date tells the loader from tools that only know its version. */
  private static final Pattern BANNER =
      Pattern.compile(
          "U-Boot ((?:20\\d\\d\\.\\d\\d|1\\.\\d+\\.\\d+)[^ ]{0,60}) \\([A-Z][a-z]{2} +\\d+ \\d{4} - .*");

  private static final int LARGEST = 64 << 20;

  @Override
  public Class<BootImageFacts> facts() {
    return BootImageFacts.class;
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public List<String> markers() {
    return List.of(YEARLY, NUMBERED, COMMAND, DELAY, REQUIRED, ANY_KEY, KEYED);
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    boolean program = markers.contains(YEARLY) || markers.contains(NUMBERED);
    boolean environment = markers.contains(COMMAND) || markers.contains(DELAY);
    return content.size() <= LARGEST
        && !type.startsWith("text/")
        && (program || environment || type.equals(UBootEnvironment.TYPE));
  }

  @Override
  public Optional<BootImageFacts> inspect(Bytes content) {
    Block all = content.block(0, (int) content.size());
    List<BootEnvironment> environments = environments(content, all);
    for (int at = find(all, "U-Boot ", 0); at >= 0; at = find(all, "U-Boot ", at + 1)) {
      String line = all.cString(at, 200).lines().findFirst().orElse("");
      Matcher banner = BANNER.matcher(line);
      if (banner.matches()) {
        return Optional.of(
            new BootImageFacts(
                line,
                banner.group(1),
                at,
                find(all, REQUIRED, 0) >= 0,
                find(all, KEYED, 0) >= 0,
                find(all, ANY_KEY, 0) >= 0,
                RequiredKeys.in(content, all),
                environments));
      }
    }
    List<BootEnvironment> stored = environments.stream().filter(BootEnvironment::stored).toList();
    return stored.isEmpty()
        ? Optional.empty()
        : Optional.of(new BootImageFacts("", "", -1, false, false, false, List.of(), stored));
  }

  private static List<BootEnvironment> environments(Bytes content, Block all) {
    Optional<Variables> whole = UBootEnvironment.read(content);
    if (whole.isPresent()) {
      return List.of(environment(true, whole.get()));
    }
    List<BootEnvironment> found = new ArrayList<>();
    for (Variables variables : Variables.all(all)) {
      found.add(
          stored(content, variables)
              .map(stored -> environment(true, stored))
              .orElseGet(() -> environment(false, variables)));
    }
    return List.copyOf(found);
  }

  /** The plain or redundant environment whose checksum covers the variables. */
  private static Optional<Variables> stored(Bytes content, Variables variables) {
    OptionalLong mark = variables.mark();
    OptionalLong start =
        mark.isEmpty()
            ? OptionalLong.empty()
            : UBootEnvironment.startAround(content, mark.getAsLong());
    return start.isEmpty()
        ? Optional.empty()
        : UBootEnvironment.read(content.from(start.getAsLong()))
            .map(stored -> stored.from(start.getAsLong()));
  }

  private static BootEnvironment environment(boolean stored, Variables variables) {
    return new BootEnvironment(
        stored, variables.offset(), Map.copyOf(variables.values()), Map.copyOf(variables.places()));
  }

  private static int find(Block block, String text, int from) {
    byte[] array = block.array();
    int last = block.size() - text.length();
    for (int i = from; i <= last; i++) {
      if (array[block.arrayOffset() + i] == text.charAt(0) && stands(block, text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean stands(Block block, String text, int at) {
    for (int i = 1; i < text.length(); i++) {
      if (block.u8(at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
