package dev.assay.evidence;

import dev.assay.verify.bundle.BundleFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds a bundle against a new evaluation of the same product. */
public final class Replay {
  private static final int SHOWN = 20;

  private Replay() {}

  /** How the replay differs, line by line; empty when both are the same byte for byte. */
  public static List<String> differences(BundleContent bundle, BundleContent replayed) {
    List<String> differences = new ArrayList<>();
    compare(
        BundleContent.SUMMARY,
        List.of(bundle.summary()),
        List.of(replayed.summary()),
        SHOWN,
        differences);
    for (String file : BundleContent.FILES.reversed()) {
      // Every verdict that differs is named; of the rest, some show what kind of difference it is.
      int most = file.equals(BundleFiles.VERDICTS) ? Integer.MAX_VALUE : SHOWN;
      compare(file, bundle, replayed, most, differences);
    }
    return List.copyOf(differences);
  }

  /** Some of the verdicts that another product got, or has no more, and the number of the rest. */
  public static List<String> verdictsOfAnother(BundleContent bundle, BundleContent replayed) {
    List<String> differences = new ArrayList<>();
    compare(BundleFiles.VERDICTS, bundle, replayed, SHOWN, differences);
    return List.copyOf(differences);
  }

  private static void compare(
      String file,
      BundleContent bundle,
      BundleContent replayed,
      int most,
      List<String> differences) {
    compare(
        file,
        bundle.files().getOrDefault(file, List.of()),
        replayed.files().getOrDefault(file, List.of()),
        most,
        differences);
  }

  private static void compare(
      String file, List<byte[]> before, List<byte[]> after, int most, List<String> differences) {
    Set<String> old = texts(before);
    Set<String> fresh = texts(after);
    report(file + ": only in the bundle: ", before, fresh, most, differences);
    report(file + ": only in the replay: ", after, old, most, differences);
  }

  private static void report(
      String intro, List<byte[]> lines, Set<String> others, int most, List<String> differences) {
    int found = 0;
    for (byte[] line : lines) {
      String text = new String(line, StandardCharsets.UTF_8);
      if (!others.contains(text) && found++ < most) {
        differences.add(intro + (text.length() <= 300 ? text : text.substring(0, 300) + "…"));
      }
    }
    if (found > most) {
      differences.add(intro + "and " + (found - most) + " more");
    }
  }

  private static Set<String> texts(List<byte[]> lines) {
    Set<String> texts = HashSet.newHashSet(lines.size());
    for (byte[] line : lines) {
      texts.add(new String(line, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
