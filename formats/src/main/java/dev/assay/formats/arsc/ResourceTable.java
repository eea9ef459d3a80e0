package dev.assay.formats.arsc;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.axml.StringPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The resources of an Android package by their ids. */
public final class ResourceTable {
  private static final int MAX_SIZE = 64 << 20;
  private static final int MAX_CHUNKS = 200_000;
  private static final int MAX_REFERENCES = 20;

  /** Configurations of one type; apps in all languages have some hundreds. */
  private static final int MAX_CONFIGURATIONS = 5_000;

  private static final int STRING_POOL = 0x0001;
  private static final int TABLE = 0x0002;
  private static final int PACKAGE = 0x0200;
  private static final int TYPE = 0x0201;

  /** Names of a package's types and keys. */
  private record Names(StringPool types, StringPool keys) {}

  private final Map<Integer, Names> packages = new HashMap<>();
  private final Map<Integer, List<TypeChunk>> types = new HashMap<>();
  private StringPool values = StringPool.EMPTY;
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
    table.chunks(data, data.u16le(2), -1);
    return table;
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

  /** Its simple values, one a configuration, in the order of the file. */
  public List<ResourceValue> values(int id) {
    List<ResourceValue> found = new ArrayList<>();
    for (TypeChunk chunk : chunksOf(id)) {
      chunk
          .entry(id & 0xFFFF)
          .filter(entry -> entry.type() >= 0)
          .ifPresent(
              entry ->
                  found.add(
                      new ResourceValue(
                          chunk.language(),
                          entry.type(),
                          entry.data(),
                          entry.type() == ResourceValue.STRING ? values.get(entry.data()) : "")));
    }
    return List.copyOf(found);
  }

  /**
   * The string a resource comes to in the default language, or in the first that has it: a text, or
   * the path of a file. References are followed; where they end in a circle or in another package's
   * resources, there is none.
   */
  public Optional<String> text(int id) {
    int next = id;
    for (int i = 0; i < MAX_REFERENCES; i++) {
      List<ResourceValue> all = values(next);
      Optional<ResourceValue> value =
          all.stream()
              .filter(each -> each.language().isEmpty())
              .findFirst()
              .or(() -> all.stream().findFirst());
      if (value.isEmpty() || value.get().type() == ResourceValue.STRING) {
        return value.map(ResourceValue::text);
      }
      if (value.get().type() != ResourceValue.REFERENCE) {
        return Optional.empty();
      }
      next = value.get().data();
    }
    return Optional.empty();
  }

  /** Languages some resource is given in, besides the default. */
  public SortedSet<String> languages() {
    SortedSet<String> languages = new TreeSet<>();
    types.values().forEach(all -> all.forEach(chunk -> languages.add(chunk.language())));
    languages.remove("");
    return languages;
  }

  private List<TypeChunk> chunksOf(int id) {
    return types.getOrDefault(id >>> 16, List.of());
  }

  /**
   * @param owner id of the package they are in, −1 outside of all
   */
  private void chunks(Block data, int from, int owner) {
    int at = from;
    while (at <= data.size() - 8) {
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
      chunk(data.slice(at, (int) size), owner);
      at += (int) size;
    }
  }

  private void chunk(Block chunk, int owner) {
    switch (chunk.u16le(0)) {
      case STRING_POOL -> {
        if (owner < 0) {
          values = StringPool.read(chunk);
        }
      }
      case PACKAGE -> {
        // A package in a package is no package.
        if (owner < 0) {
          openPackage(chunk);
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
      default -> {}
    }
  }

  private void openPackage(Block chunk) {
    int id = chunk.i32le(8) & 0xFF;
    packages.putIfAbsent(id, new Names(pool(chunk, 268), pool(chunk, 276)));
    chunks(chunk, Math.max(8, chunk.u16le(2)), id);
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
