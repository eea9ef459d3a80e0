package dev.assay.verify.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code SHA256SUMS}: which file of a bundle is as it was written. */
public final class Checksums {
  /** Bytes. */
  static final int MAX = 1 << 20;

  private static final int HEX = 64;
  private static final Set<String> OUTSIDE =
      Set.of(BundleFiles.RUN, BundleFiles.SUMS, BundleFiles.ATTESTATION, BundleFiles.TEST_RESULT);

  private Checksums() {}

  /** The text for the files that now stand in a folder. */
  public static byte[] of(Path folder) throws IOException {
    SortedMap<String, String> sums = new TreeMap<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        String name = String.valueOf(file.getFileName());
        if (!OUTSIDE.contains(name) && Files.isRegularFile(file)) {
          sums.put(name, sha256(file));
        }
      }
    }
    StringBuilder text = new StringBuilder();
    sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Names the files that are not as {@code SHA256SUMS} says. Bundles without that file are none the
   * worse: it only helps to name what the root finds.
   */
  static Violations check(Path bundle) throws Unreadable {
    Violations violations = new Violations();
    try {
      byte[] text = SmallFile.read(bundle.resolve(BundleFiles.SUMS), MAX);
      SortedMap<String, String> sums = parse(text);
      for (Map.Entry<String, String> sum : sums.entrySet()) {
        check(bundle, sum.getKey(), sums, violations);
      }
    } catch (NoSuchFileException e) {
      // Written before there were checksums, or handed on without.
    } catch (Damaged e) {
      violations.add(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Unreadable(BundleFiles.SUMS + " cannot be read: " + e.getMessage());
    }
    return violations;
  }

  private static void check(
      Path bundle, String name, SortedMap<String, String> sums, Violations violations)
      throws IOException {
    try {
      String now = sha256(bundle.resolve(name));
      String sum = sums.get(name);
      Optional<String> other =
          sums.keySet().stream().filter(each -> now.equals(sums.get(each))).findFirst();
      if (!now.equals(sum) && other.isPresent()) {
        violations.add(name + " was swapped: it holds what was written as " + other.get());
      } else if (!now.equals(sum)) {
        violations.add(
            name
                + " was changed: its SHA-256 is "
                + now
                + ", "
                + BundleFiles.SUMS
                + " says "
                + sum);
      }
    } catch (NoSuchFileException e) {
      violations.add(name + " is missing");
    }
  }

  /** Files of the folder that are no part of the bundle: neither its own nor checksummed. */
  public static List<String> strangers(Path bundle) throws Unreadable {
    SortedSet<String> strangers = new TreeSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(bundle)) {
      all.forEach(file -> strangers.add(String.valueOf(file.getFileName())));
      strangers.removeAll(OUTSIDE);
      strangers.remove(BundleFiles.SUMMARY);
      strangers.removeAll(BundleFiles.LINES);
      strangers.removeAll(parse(SmallFile.read(bundle.resolve(BundleFiles.SUMS), MAX)).keySet());
    } catch (NoSuchFileException | Damaged e) {
      // Without checksums, none of the reports is known either.
    } catch (IOException e) {
      throw new Unreadable(BundleFiles.SUMS + " cannot be read: " + e.getMessage());
    }
    return List.copyOf(strangers);
  }

  private static SortedMap<String, String> parse(byte[] text) throws Damaged {
    SortedMap<String, String> sums = new TreeMap<>();
    String whole = new String(text, StandardCharsets.UTF_8);
    if (!whole.isEmpty() && !whole.endsWith("\n")) {
      throw new Damaged(BundleFiles.SUMS + " is cut short");
    }
    int number = 0;
    for (String line : whole.lines().toList()) {
      number++;
      // A name is a file of this folder and of no other.
      if (!line.matches("[0-9a-f]{64}  [A-Za-z0-9][A-Za-z0-9._-]{0,99}")
          || sums.put(line.substring(HEX + 2), line.substring(0, HEX)) != null) {
        throw new Damaged(BundleFiles.SUMS + " line " + number + " is no checksum of a file");
      }
    }
    return sums;
  }

  /** Hex SHA-256 of a file's content. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
