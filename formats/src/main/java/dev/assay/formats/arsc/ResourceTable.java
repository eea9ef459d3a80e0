package dev.assay.formats.arsc;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.axml.StringPool;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The resources of an Android package by their ids. What a damaged chunk would have held is
 * missing; the chunks before it, and those after the package it is in, are there.
 */
public final class ResourceTable {
  private static final int MAX_SIZE = 64 << 20;
  private static final int MAX_CHUNKS = 200_000;

  /** Configurations of one type; apps in all languages have some hundreds. */
  private static final int MAX_CONFIGURATIONS = 5_000;

  private static final int MAX_TEXTS = 200_000;
  private static final int MAX_TYPES = 255;
  private static final int MAX_ENTRIES = 500_000;
  private static final int MAX_SAID = 1 << 20;

  private static final int STRING_POOL = 0x0001;
  private static final int TABLE = 0x0002;
  private static final int PACKAGE = 0x0200;
  private static final int TYPE = 0x0201;

  /** Nothing; what a type's entries depend on; libraries; overlays, two; aliases of resources. */
  private static final Set<Integer> PASSED_OVER =
      Set.of(0x0000, 0x0202, 0x0203, 0x0204, 0x0205, 0x0206);

  private static final int MAX_PROBLEMS = 100;

  /** Names of a package's types and keys. */
  private record Names(StringPool types, StringPool keys) {}

  private final Map<Integer, Names> packages = new HashMap<>();
  private static final ResourceValue NOTHING = new ResourceValue("", 0, 0, "");

  private final Map<Integer, List<TypeChunk>> types = new HashMap<>();
  private StringPool values = StringPool.EMPTY;
  private final List<Problem> problems = new ArrayList<>();
  private int chunks;

  private ResourceTable() {}

  /**
   * @throws Malformed {@code arsc.*} where it is none
   */
  public static ResourceTable read(Bytes content) {
    if (content.size() > MAX_SIZE || content.size() < 12) {
      throw new Malformed(
          "arsc.size", 0, "expected 12 to " + MAX_SIZE + " bytes; found " + content.size());
    }
    Block data = content.block(0, (int) content.size());
    if (data.u16le(0) != TABLE || data.u16le(2) < 8) {
      throw new Malformed(
          "arsc.header",
          0,
          "expected a resource table; found a chunk of type " + Integer.toHexString(data.u16le(0)));
    }
    ResourceTable table = new ResourceTable();
    table.chunks(data, data.u16le(2), -1, 0);
    return table;
  }

  /** What of the table could not be read, with offsets in it. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The name of a resource, {@code string/app_name}; empty where there is none of the id. */
  public Optional<String> name(int id) {
    Names names = packages.get(id >>> 24);
    if (names == null) {
      return Optional.empty();
    }
    for (TypeChunk chunk : chunksOf(id)) {
      Optional<TypeChunk.Entry> entry = chunk.entry(id & 0xFFFF);
      if (entry.isPresent()) {
        String type = names.types().get((id >>> 16 & 0xFF) - 1);
        return Optional.of(type + "/" + names.keys().get(entry.get().key()));
      }
    }
    return Optional.empty();
  }

  /**
   * Its simple values, one a configuration, in the order of the file.
   *
   * @throws Malformed {@code arsc.entry}, {@code arsc.string} where one lies outside of the table
   */
  public List<ResourceValue> values(int id) {
    List<ResourceValue> found = new ArrayList<>();
    for (TypeChunk chunk : chunksOf(id)) {
      chunk
          .entry(id & 0xFFFF)
          .filter(entry -> entry.type() >= 0)
          .ifPresent(entry -> found.add(value(chunk, entry)));
    }
    return List.copyOf(found);
  }

  /** The value in the default language, or in the first that has it. */
  private Optional<ResourceValue> standard(int id) {
    Optional<ResourceValue> first = Optional.empty();
    for (TypeChunk chunk : chunksOf(id)) {
      boolean standard = chunk.language().isEmpty();
      if (standard || first.isEmpty()) {
        Optional<ResourceValue> value =
            chunk.entry(id & 0xFFFF).filter(e -> e.type() >= 0).map(e -> value(chunk, e));
        if (standard && value.isPresent()) {
          return value;
        }
        first = first.or(() -> value);
      }
    }
    return first;
  }

  private ResourceValue value(TypeChunk chunk, TypeChunk.Entry entry) {
    return new ResourceValue(chunk.language(), entry.type(), entry.data(), string(entry));
  }

  private String string(TypeChunk.Entry entry) {
    if (entry.type() != ResourceValue.STRING) {
      return "";
    }
    if (!values.holds(entry.data())) {
      throw new Malformed(
          "arsc.string", -1, "string " + entry.data() + " is not in the pool of values");
    }
    return values.get(entry.data());
  }

  /**
   * What a resource comes to in the default language, or in the first that has it: a text, the path
   * of a file, a number in decimal, {@code true} or {@code false}. References are followed; where
   * they end in another package's resources, there is none.
   *
   * @throws Malformed as {@link #values}, {@code arsc.cycle} where references have no end, {@code
   *     arsc.value-type} where the value is of no known type
   */
  public Optional<String> text(int id) {
    int next = id;
    for (int i = 0; i < References.MOST; i++) {
      Optional<ResourceValue> value = standard(next);
      if (value.isEmpty() || value.get().type() != ResourceValue.REFERENCE) {
        return value.flatMap(ResourceValue::known);
      }
      next = value.get().data();
    }
    throw References.endless(id);
  }

  /**
   * What a resource comes to in every configuration, as {@link #text}; empty where they differ.
   *
   * @throws Malformed as {@link #text}
   */
  public Optional<String> constant(int id) {
    int next = id;
    for (int i = 0; i < References.MOST; i++) {
      List<ResourceValue> all = values(next);
      ResourceValue first = all.isEmpty() ? NOTHING : all.getFirst();
      if (!all.stream().allMatch(each -> each.sameAs(first))) {
        return Optional.empty();
      }
      if (first.type() != ResourceValue.REFERENCE) {
        return first == NOTHING ? Optional.empty() : first.known();
      }
      next = first.data();
    }
    throw References.endless(id);
  }

  /** Languages some resource is given in, besides the default. */
  public SortedSet<String> languages() {
    SortedSet<String> languages = new TreeSet<>();
    types.values().forEach(all -> all.forEach(chunk -> languages.add(chunk.language())));
    languages.remove("");
    return languages;
  }

  /**
   * Languages of texts, without regions, with how many texts each has; the default is the empty
   * one.
   */
  public SortedMap<String, Integer> textLanguages() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (int type : textTypes()) {
      for (TypeChunk chunk : types.getOrDefault(type, List.of())) {
        String language = chunk.language();
        int region = language.indexOf('-');
        counts.merge(
            region < 0 ? language : language.substring(0, region), chunk.filled(), Math::max);
      }
    }
    return counts;
  }

  /** Gives all texts; those that cannot be read are left out, and problems. */
  public void texts(Texts taker) {
    int given = 0;
    for (int type : textTypes()) {
      List<TypeChunk> all = types.getOrDefault(type, List.of());
      int entries = all.stream().mapToInt(TypeChunk::numbers).max().orElse(0);
      for (int i = 0; i < entries && given < MAX_TEXTS; i++) {
        int id = type << 16 | i;
        try {
          Optional<String> text = text(id);
          if (text.isPresent()) {
            String name = name(id).orElse("");
            taker.text(id, name.substring(name.indexOf('/') + 1), text.get());
            given++;
          }
        } catch (Malformed damaged) {
          problem(damaged.problem());
        }
      }
    }
  }

  /**
   * Gives each resource in each configuration, as values that say what they are.
   *
   * @throws Malformed {@code arsc.entry}, {@code arsc.string} where one lies outside of the table,
   *     {@code arsc.entries} where there are too many
   */
  public void entries(Entries taker) {
    int given = 0;
    for (Map.Entry<Integer, List<TypeChunk>> type : new TreeMap<>(types).entrySet()) {
      for (TypeChunk chunk : type.getValue()) {
        for (int i = 0; i < chunk.numbers(); i++) {
          Optional<TypeChunk.Entry> entry = chunk.entry(i);
          if (entry.isEmpty()) {
            continue;
          }
          if (++given > MAX_ENTRIES) {
            throw new Malformed("arsc.entries", -1, "more than " + MAX_ENTRIES + " entries");
          }
          int id = type.getKey() << 16 | i;
          String name = name(type.getKey(), entry.get().key());
          String language = chunk.language();
          String configuration =
              chunk.configuration().isEmpty()
                  ? ""
                  : (language + " " + chunk.configuration()).strip();
          taker.entry(id, name, configuration, said(chunk, i, entry.get()));
        }
      }
    }
  }

  private String name(int type, int key) {
    Names names = packages.get(type >>> 8);
    if (names == null) {
      return "";
    }
    String own = names.keys().get(key);
    return names.types().get((type & 0xFF) - 1) + (own.isEmpty() ? "" : "/" + own);
  }

  private String said(TypeChunk chunk, int number, TypeChunk.Entry entry) {
    if (entry.type() >= 0) {
      return said(entry.type(), entry.data());
    }
    StringBuilder all = new StringBuilder();
    for (TypeChunk.Part part : chunk.parts(number)) {
      all.append(all.isEmpty() ? "" : ", ").append("0x%08x".formatted(part.name()));
      all.append(part.type() < 0 ? ":" : "=" + said(part.type(), part.data()));
      if (all.length() > MAX_SAID) {
        throw new Malformed("arsc.entry", -1, "an entry of more than " + MAX_SAID + " characters");
      }
    }
    return all.toString();
  }

  private String said(int type, int data) {
    ResourceValue value =
        new ResourceValue("", type, data, string(new TypeChunk.Entry(0, type, data)));
    return value.shown().orElseGet(() -> "type 0x%x, 0x%08x".formatted(type, data));
  }

  /** Package and type of what is called {@code string}. */
  private List<Integer> textTypes() {
    List<Integer> found = new ArrayList<>();
    packages.forEach(
        (id, names) -> {
          for (int type = 1; type <= MAX_TYPES; type++) {
            if (names.types().get(type - 1).equals("string")) {
              found.add(id << 8 | type);
            }
          }
        });
    return found;
  }

  private List<TypeChunk> chunksOf(int id) {
    return types.getOrDefault(id >>> 16, List.of());
  }

  /**
   * @param owner id of the package they are in, −1 outside of all
   * @param base where the data begins in the table
   */
  private void chunks(Block data, int from, int owner, int base) {
    int at = from;
    try {
      while (at <= data.size() - 8) {
        at = next(data, at, owner, base);
      }
    } catch (Malformed broken) {
      Problem inside = broken.problem();
      problem(new Problem(inside.code(), (long) base + at, inside.message()));
    }
  }

  private void problem(Problem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    }
  }

  private int next(Block data, int at, int owner, int base) {
    long size = data.u32le(at + 4);
    if (size < 8 || size > data.size() - at) {
      throw new Malformed(
          "arsc.chunk-size",
          at,
          "a chunk of " + size + " bytes; " + (data.size() - at) + " are left");
    }
    if (++chunks > MAX_CHUNKS) {
      throw new Malformed("arsc.chunks", at, "more than " + MAX_CHUNKS + " chunks; not read");
    }
    chunk(data.slice(at, (int) size), owner, base + at);
    return at + (int) size;
  }

  private void chunk(Block chunk, int owner, int base) {
    switch (chunk.u16le(0)) {
      case STRING_POOL -> {
        if (owner < 0) {
          values = StringPool.read(chunk);
        }
      }
      case PACKAGE -> {
        // A package in a package is no package.
        if (owner < 0) {
          openPackage(chunk, base);
        }
      }
      case TYPE -> {
        if (owner >= 0) {
          List<TypeChunk> all =
              types.computeIfAbsent(owner << 8 | chunk.u8(8), key -> new ArrayList<>());
          if (all.size() == MAX_CONFIGURATIONS) {
            throw new Malformed(
                "arsc.chunks", -1, "more than " + MAX_CONFIGURATIONS + " configurations; not read");
          }
          all.add(TypeChunk.of(chunk));
        }
      }
      default -> {
        if (!PASSED_OVER.contains(chunk.u16le(0))) {
          String message =
              "a chunk of type %04x, which is none; passed over".formatted(chunk.u16le(0));
          problem(new Problem("arsc.chunk-type", base, message));
        }
      }
    }
  }

  private void openPackage(Block chunk, int base) {
    int id = chunk.i32le(8) & 0xFF;
    packages.putIfAbsent(id, new Names(pool(chunk, 268), pool(chunk, 276)));
    chunks(chunk, Math.max(8, chunk.u16le(2)), id, base);
  }

  private static StringPool pool(Block chunk, int field) {
    long at = chunk.u32le(field);
    if (at < 8 || at > chunk.size() - 8 || chunk.u16le((int) at) != STRING_POOL) {
      return StringPool.EMPTY;
    }
    long size = Math.min(chunk.u32le((int) at + 4), chunk.size() - at);
    return StringPool.read(chunk.slice((int) at, (int) size));
  }
}
