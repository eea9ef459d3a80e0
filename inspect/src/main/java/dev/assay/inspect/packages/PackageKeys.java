package dev.assay.inspect.packages;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.openpgp.OpenPgpKey;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys of OpenPGP that a system checks rpm packages with, by their IDs, with the files that have
 * them.
 */
record PackageKeys(SortedMap<String, List<Placed>> byId) {
  /** A key and where it stands. */
  record Placed(OpenPgpKey key, String path) {}

  /** Where dnf and zypper import keys from, and where rpm 4.20 and later have what is imported. */
  static final List<String> PLACES =
      List.of(
          "etc/pki/rpm-gpg/*",
          "usr/lib/rpm/gnupg/keys/*",
          "usr/lib/sysimage/rpm/pubkeys/*",
          "var/lib/rpm/pubkeys/*");

  static final Root.Derived<PackageKeys> IN = new Root.Derived<>(PackageKeys::in);

  /** More of one ID than there are by chance. */
  static final int MOST_OF_AN_ID = 4;

  private static final int MOST = 100;

  /** RFC 9580 §6.2; the sum in the last line begins with an equals sign. */
  private static final Pattern ARMOUR =
      Pattern.compile(
          "-----BEGIN PGP PUBLIC KEY BLOCK-----[^\\n]*\\n(?:[A-Za-z]+: [^\\n]*\\n){0,50}+"
              + "([A-Za-z0-9+/\\s]++={0,2})\\s*+(?:=[A-Za-z0-9+/]{4}\\s*)?-----END");

  List<Placed> named(String id) {
    return byId.getOrDefault(id, List.of());
  }

  private static PackageKeys in(Root root) {
    PackageKeys keys = new PackageKeys(new TreeMap<>());
    for (String place : PLACES) {
      root.files(place).forEach(keys::add);
    }
    return keys;
  }

  private void add(SourceFile file) {
    String path = file.node().path();
    for (Bytes block : blocks(file.bytes())) {
      try {
        for (OpenPgpKey key : OpenPgpKey.all(block)) {
          add(new Placed(key, path));
        }
      } catch (Malformed noKeys) {
        // A file beside the keys.
      }
    }
  }

  /** A key is often there in several files. */
  private void add(Placed found) {
    List<Placed> same = byId.computeIfAbsent(found.key().id(), id -> new ArrayList<>());
    String fingerprint = found.key().fingerprint();
    if (same.size() < MOST_OF_AN_ID
        && same.stream().noneMatch(each -> each.key().fingerprint().equals(fingerprint))) {
      same.add(found);
    }
  }

  private static List<Bytes> blocks(byte[] file) {
    Matcher armour = ARMOUR.matcher(new String(file, StandardCharsets.ISO_8859_1));
    List<Bytes> blocks = new ArrayList<>();
    while (blocks.size() < MOST && armour.find()) {
      try {
        blocks.add(Bytes.of(Base64.getMimeDecoder().decode(armour.group(1))));
      } catch (IllegalArgumentException noBase64) {
        // Not a key.
      }
    }
    return blocks.isEmpty() ? List.of(Bytes.of(file)) : blocks;
  }
}
