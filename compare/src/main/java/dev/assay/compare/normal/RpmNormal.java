package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.rpm.RpmTags;
import dev.assay.formats.rpm.RpmValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * RPM packages: the values of the header without those of the build, and without what follows from
 * the payload, which is compared on its own. The signature header holds signatures and digests.
 */
final class RpmNormal implements Normaliser {
  private static final int LEAD = 96;
  private static final int INT32 = 4;

  /** Bytes of a value whose elements are told one by one. */
  private static final int LONGEST = 16 << 10;

  /** Bytes of a signature or digest that are shown. */
  private static final int SHOWN = 64;

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

  private static final Set<Integer> TIMES = Set.of(1006, 1034);

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
    traits.add(signature(tags.signature()));
    tags.header()
        .forEach(
            (tag, value) -> {
              if (!OF_THE_BUILD.containsKey(tag) && tag != REGION) {
                keep("rpm " + RpmTagNames.ofHeader(tag), value, kept);
              }
            });
    OF_THE_BUILD.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> traits.add(trait(each.getKey(), each.getValue(), tags.header())));
    return new Normal(kept, traits);
  }

  /** Each element as it is read; what is too long for that, as it is stored. */
  private static void keep(String name, RpmValue value, List<Kept> kept) {
    List<String> elements = value.elements(LONGEST);
    if (elements.isEmpty()) {
      kept.add(Kept.of(name, value.bytes()));
    }
    for (int i = 0; i < elements.size(); i++) {
      kept.add(
          new Kept(
              numbered(name, i, elements), elements.get(i).getBytes(StandardCharsets.ISO_8859_1)));
    }
    kept.add(Kept.of("type of " + name, Bytes.of(String.valueOf(value.type()))));
  }

  private static String numbered(String name, int i, List<String> elements) {
    return elements.size() == 1 ? name : name + "[" + (i + 1) + "]";
  }

  private static Trait trait(int tag, Equivalence kind, SortedMap<Integer, RpmValue> values) {
    String name = "rpm " + RpmTagNames.ofHeader(tag);
    RpmValue value = values.get(tag);
    if (value == null) {
      return new Trait(kind, name, "");
    }
    List<String> elements = elements(tag, value);
    if (elements.size() == 1) {
      return new Trait(kind, name, elements.getFirst());
    }
    SortedMap<String, String> parts = new TreeMap<>();
    for (int i = 0; i < elements.size(); i++) {
      parts.put("%05d".formatted(i + 1), elements.get(i));
    }
    return new Trait(kind, name, Prints.of(value.bytes()), parts);
  }

  private static List<String> elements(int tag, RpmValue value) {
    List<String> elements = value.elements(LONGEST);
    return TIMES.contains(tag) && value.type() == INT32
        ? elements.stream().map(each -> Prints.time(Long.parseLong(each))).toList()
        : elements;
  }

  private static Trait signature(SortedMap<Integer, RpmValue> values) {
    SortedMap<String, String> parts = new TreeMap<>();
    values.forEach(
        (tag, value) ->
            parts.put(
                RpmTagNames.ofSignature(tag),
                value.bytes().size() > SHOWN
                    ? Prints.of(value.bytes())
                    : String.join(", ", value.elements(SHOWN))));
    List<String> all =
        values.entrySet().stream()
            .map(each -> each.getKey() + " " + Prints.of(each.getValue().bytes()))
            .toList();
    return new Trait(Equivalence.SIGNATURE, "rpm signature header", Prints.of(all, "tags"), parts);
  }
}
