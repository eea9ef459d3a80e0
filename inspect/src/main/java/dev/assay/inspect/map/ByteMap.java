package dev.assay.inspect.map;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Content.Opening;
import dev.assay.formats.Encoding;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Nowhere;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells what each byte of an image is. */
public final class ByteMap {
  private static final int MAX_DEPTH = 16;

  private final Memory memory;

  private ByteMap(Memory memory) {
    this.memory = memory;
  }

  /** The regions of an image, in order and without gap. */
  public static List<Region> of(Bytes image) {
    try (Workspace workspace = new Workspace(Limits.DEFAULT)) {
      return new ByteMap(workspace).regions(image, 0, Opening.ANYWHERE, 0);
    }
  }

  /**
   * @param base offset of the bytes in the image
   * @param opening where in them formats are to be looked for
   */
  private List<Region> regions(Bytes bytes, long base, Opening opening, int depth) {
    Optional<Format> format = bytes.size() == 0 ? Optional.empty() : Formats.of(bytes);
    if (format.isEmpty() || depth > MAX_DEPTH) {
      return unknown(bytes, base, opening, depth);
    }
    String type = format.get().type();
    List<Region> regions = new ArrayList<>();
    long length = bytes.size();
    List<Parts.Part> parts = List.of();
    switch (format.get()) {
      case Container container -> {
        length = extent(container, bytes);
        parts = Parts.of(container, bytes.slice(0, length), memory);
      }
      case Encoding encoding -> {
        Optional<Encoding.Decoded> decoded = decoded(encoding, bytes);
        length = decoded.map(found -> Math.min(found.consumed(), bytes.size())).orElse(length);
        parts = decoded.map(found -> payload(found.bytes(), bytes)).orElse(List.of());
      }
      default -> {}
    }
    long end = Math.max(1, length);
    for (Parts.Part part : parts) {
      end = Math.max(end, part.end());
    }
    List<Region> inside =
        parts.isEmpty() ? List.of() : divided(bytes.slice(0, end), base, type, parts, depth);
    regions.add(new Region(base, end, "", new Meaning.Structure(type), inside));
    regions.addAll(
        end < bytes.size() ? regions(bytes.from(end), base + end, opening, depth + 1) : List.of());
    return regions;
  }

  /** How long the structure is that the bytes begin with. */
  private static long extent(Container container, Bytes bytes) {
    if (!(container instanceof Carvable carvable)) {
      return bytes.size();
    }
    OptionalLong extent = carvable.extent(bytes, 0);
    return extent.isPresent() && extent.getAsLong() > 0
        ? Math.min(extent.getAsLong(), bytes.size())
        : bytes.size();
  }

  private static Optional<Encoding.Decoded> decoded(Encoding encoding, Bytes bytes) {
    try {
      return Optional.of(encoding.decode(bytes, new Nowhere()));
    } catch (Malformed damaged) {
      return Optional.empty();
    }
  }

  /** What stands in an encoding as it is, behind a header. */
  private static List<Parts.Part> payload(Bytes payload, Bytes encoded) {
    OptionalLong start = payload.offsetIn(encoded);
    boolean smaller = payload.size() > 0 && payload.size() < encoded.size();
    return start.isPresent() && smaller
        ? List.of(
            new Parts.Part(
                "",
                start.getAsLong(),
                start.getAsLong() + payload.size(),
                payload,
                Opening.ANYWHERE))
        : List.of();
  }

  /** Bytes of no known format: what is found in them, and what lies between. */
  private List<Region> unknown(Bytes bytes, long base, Opening opening, int depth) {
    boolean carved = depth <= MAX_DEPTH && opening == Opening.ANYWHERE;
    List<Parts.Part> parts = carved ? Parts.of(Formats.carving(), bytes, memory) : List.of();
    if (parts.isEmpty()) {
      return bytes.size() == 0 ? List.of() : Stretches.of(bytes, base);
    }
    return divided(bytes, base, "", parts, depth);
  }

  private List<Region> divided(
      Bytes bytes, long base, String type, List<Parts.Part> parts, int depth) {
    List<Region> regions = new ArrayList<>();
    long at = 0;
    for (Parts.Part part : parts) {
      between(bytes, at, part.start(), base, type, regions);
      List<Region> inside =
          regions(part.bytes(), 0, part.opening(), depth + 1).stream()
              .map(
                  region ->
                      region.at(offset -> base + part.bytes().placeIn(bytes, offset).orElseThrow()))
              .toList();
      regions.add(
          inside.size() == 1
              ? inside.getFirst().named(part.name())
              : new Region(
                  base + part.start(),
                  part.end() - part.start(),
                  part.name(),
                  new Meaning.Part(),
                  inside));
      at = part.end();
    }
    between(bytes, at, bytes.size(), base, type, regions);
    return regions;
  }

  /** What is not padding between the parts of a structure belongs to it. */
  private static void between(
      Bytes bytes, long from, long end, long base, String type, List<Region> into) {
    if (from >= end) {
      return;
    }
    List<Region> stretches = Stretches.of(bytes.slice(from, end - from), base + from);
    for (Region region : stretches) {
      into.add(
          type.isEmpty() || region.meaning() instanceof Meaning.Padding
              ? region
              : Region.of(region.start(), region.length(), new Meaning.Frame(type)));
    }
  }
}
