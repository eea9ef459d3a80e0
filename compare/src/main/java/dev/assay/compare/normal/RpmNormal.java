package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.rpm.RpmTags;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * RPM packages: the values of the header without those of the build, and without what follows from
 * the payload, which is compared on its own. The signature header holds signatures and digests.
 */
final class RpmNormal implements Normaliser {
  private static final int MAX = 16 << 20;
  private static final int LEAD = 96;

  /** The tag of the region that says where the values of the header itself are. */
  private static final int REGION = 63;

  /** Values that a build leaves different, and why. */
  private static final Map<Integer, Equivalence> OF_THE_BUILD =
      Map.of(
          1006, Equivalence.BUILD_TIME,
          1007, Equivalence.BUILD_PATH,
          1034, Equivalence.MTIME,
          1094, Equivalence.BUILD_TIME,
          5092, Equivalence.COMPRESSION,
          5097, Equivalence.COMPRESSION);

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1000, "name"),
          Map.entry(1001, "version"),
          Map.entry(1002, "release"),
          Map.entry(1004, "summary"),
          Map.entry(1006, "build time"),
          Map.entry(1007, "build host"),
          Map.entry(1014, "licence"),
          Map.entry(1022, "architecture"),
          Map.entry(1023, "script before installing"),
          Map.entry(1024, "script after installing"),
          Map.entry(1025, "script before removing"),
          Map.entry(1026, "script after removing"),
          Map.entry(1030, "modes of files"),
          Map.entry(1034, "times of files"),
          Map.entry(1035, "digests of files"),
          Map.entry(1039, "owners of files"),
          Map.entry(1040, "groups of files"),
          Map.entry(1044, "source package"),
          Map.entry(1047, "provides"),
          Map.entry(1049, "requires"),
          Map.entry(1080, "changelog"),
          Map.entry(1094, "cookie"),
          Map.entry(1117, "names of files"),
          Map.entry(5092, "payload digest"),
          Map.entry(5097, "payload digest, decompressed"));

  @Override
  public boolean takes(String type) {
    return type.equals("application/x-rpm");
  }

  @Override
  public Normal normalise(Bytes content) {
    RpmTags tags = RpmTags.read(content);
    List<Kept> kept = new ArrayList<>();
    List<Trait> traits = new ArrayList<>();
    Block lead = content.block(0, LEAD);
    kept.add(new Kept("rpm lead", lead.bytes(0, LEAD)));
    traits.add(new Trait(Equivalence.SIGNATURE, "rpm signature header", all(tags.signature())));
    for (Map.Entry<Integer, Bytes> value : tags.header().entrySet()) {
      String name = NAMES.getOrDefault(value.getKey(), "tag " + value.getKey());
      if (!OF_THE_BUILD.containsKey(value.getKey()) && value.getKey() != REGION) {
        kept.add(Kept.of("rpm " + name, value.getValue()));
      }
    }
    OF_THE_BUILD.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> traits.add(trait(each.getKey(), each.getValue(), tags.header())));
    return new Normal(kept, traits);
  }

  private static Trait trait(int tag, Equivalence kind, SortedMap<Integer, Bytes> values) {
    Bytes value = values.getOrDefault(tag, Bytes.of(new byte[0]));
    return new Trait(kind, "rpm " + NAMES.getOrDefault(tag, "tag " + tag), shown(tag, value));
  }

  private static String shown(int tag, Bytes value) {
    if (tag == 1006 && value.size() == 4) {
      return Prints.time(value.block(0, 4).u32be(0));
    }
    return tag == 1034 || value.size() == 0 || value.size() > 256
        ? Prints.of(value)
        : new String(value.toArray(MAX), StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
  }

  private static String all(SortedMap<Integer, Bytes> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + " " + Prints.of(value.getValue()))
        .collect(
            Collectors.collectingAndThen(Collectors.toList(), list -> Prints.of(list, "tags")));
  }
}
