package dev.assay.verify.attest;

import dev.assay.verify.bundle.Unreadable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that a verifier trusts, each for a role that the verifier gave it. */
public record TrustedKeys(List<TrustedKey> keys) {
  static final int MAX = 1000;

  public TrustedKeys {
    keys = List.copyOf(keys);
  }

  /**
   * Reads the files {@code ROLE.pub} of a folder.
   *
   * @throws Unreadable if there is none, one is no key, or one key is to speak for two roles: a
   *     person could then be two
   */
  public static TrustedKeys read(Path folder) throws Unreadable {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      throw new Unreadable(folder + " is not a directory; give the folder of the trusted *.pub");
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.pub")) {
      all.forEach(files::add);
    } catch (IOException e) {
      throw new Unreadable(folder + " cannot be read: " + e.getMessage());
    }
    if (files.isEmpty() || files.size() > MAX) {
      throw new Unreadable(
          files.isEmpty() ? "no *.pub in " + folder : "more than " + MAX + " keys in " + folder);
    }
    Collections.sort(files);
    List<TrustedKey> keys = new ArrayList<>();
    Map<String, TrustedKey> byId = new HashMap<>();
    for (Path file : files) {
      TrustedKey key = key(file);
      TrustedKey other = byId.putIfAbsent(key.key().id(), key);
      if (other != null) {
        throw new Unreadable(
            other.file() + " and " + key.file() + " are the same key, which can count only once");
      }
      keys.add(key);
    }
    return new TrustedKeys(keys);
  }

  private static TrustedKey key(Path file) throws Unreadable {
    try {
      return TrustedKey.read(file);
    } catch (BadKey e) {
      throw new Unreadable(String.valueOf(e.getMessage()));
    }
  }

  Optional<TrustedKey> byId(String id) {
    return keys.stream().filter(key -> key.key().id().equals(id)).findFirst();
  }
}
