package dev.assay.compare.change.elf;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.dwarf.AddressList;
import dev.assay.formats.dwarf.Attribute;
import dev.assay.formats.dwarf.Budget;
import dev.assay.formats.dwarf.LineTable;
import dev.assay.formats.dwarf.Meaning;
import dev.assay.formats.dwarf.Names;
import dev.assay.formats.dwarf.Unit;
import dev.assay.formats.dwarf.Value;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What attributes of entries say, in words that stay the same where only something else has moved.
 *
 * @param lines by which files are numbered
 */
record DebugValues(
    Unit unit, DebugNames names, ElfSpace space, Optional<LineTable> lines, Budget budget)
    implements Meaning {
  private static final int SHOWN = 32;
  private static final int MOST_RANGES = 100;

  /** Where something else begins or goes on: not what the entry says. */
  private static final Set<Integer> LAYOUT =
      Set.of(
          Attribute.SIBLING,
          Attribute.STATEMENTS,
          Attribute.TEXT_OFFSETS,
          Attribute.ADDRESSES,
          Attribute.RANGE_LISTS,
          Attribute.LOCATION_LISTS,
          0x43,
          0x79,
          0x2119,
          0x2132,
          0x2133,
          0x2137);

  /** Blocks that are expressions, for before version 4 they had no form of their own. */
  private static final Set<Integer> EXPRESSIONS =
      Set.of(
          Attribute.LOCATION,
          0x19,
          0x22,
          0x2A,
          0x2F,
          0x37,
          0x38,
          0x40,
          0x46,
          0x48,
          0x4A,
          0x4D,
          0x4E,
          0x4F,
          0x50,
          0x2111,
          0x2113);

  /** Empty where it is of no interest. */
  Optional<String> of(Attribute attribute) {
    if (LAYOUT.contains(attribute.name())) {
      return Optional.empty();
    }
    try {
      return Optional.of(text(attribute.name(), attribute.value()));
    } catch (Malformed damaged) {
      if (Budget.isSpentBy(damaged)) {
        throw damaged;
      }
      return Optional.of("damaged: " + damaged.problem().message());
    }
  }

  private String text(int attribute, Value value) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.TextIndex index -> unit.text(index);
      case Value.Number number -> number(attribute, number.number());
      case Value.Flag flag -> flag.set() ? "yes" : "no";
      case Value.Data data ->
          unit.version() < 4 && EXPRESSIONS.contains(attribute)
              ? expression(new Value.Expression(data.bytes()))
              : hex(data.bytes());
      case Value.Expression expression -> expression(expression);
      case Value.Address address -> address(address.address());
      case Value.AddressIndex index -> indexed(index.index());
      case Value.Offset offset -> list(attribute, offset);
      case Value.ListIndex index -> list(attribute, index);
      case Value.Reference reference -> names.shown(reference.at());
      case Value.Signature signature -> "type unit 0x%016x".formatted(signature.signature());
      case Value.Shared shared -> "0x%x of the shared file".formatted(shared.offset());
    };
  }

  private String number(int attribute, long number) {
    return switch (attribute) {
      case Attribute.LANGUAGE -> Names.LANG.of(number);
      case Attribute.ENCODING -> Names.ATE.of(number);
      case Attribute.HIGH_PC -> number + " bytes";
      case Attribute.DECLARED_IN, Attribute.CALLED_IN ->
          lines.map(each -> each.file(number)).orElseGet(() -> "file " + number);
      default -> String.valueOf(number);
    };
  }

  private String expression(Value.Expression expression) {
    return String.join("; ", unit.operations(expression, this));
  }

  private static String hex(Block bytes) {
    String shown = HexFormat.of().formatHex(bytes.bytes(0, Math.min(SHOWN, bytes.size())));
    return bytes.size() <= SHOWN ? shown : shown + "… " + bytes.size() + " bytes";
  }

  private String list(int attribute, Value value) {
    boolean ranges = attribute == Attribute.RANGES;
    List<AddressList.Range> all =
        ranges ? unit.ranges(value, budget) : unit.locations(value, budget);
    List<String> found = new ArrayList<>();
    for (AddressList.Range each : all.subList(0, Math.min(MOST_RANGES, all.size()))) {
      String range =
          each.end() == -1
              ? "elsewhere"
              : "%s, %d bytes".formatted(space.name(each.start()), each.end() - each.start());
      found.add(ranges ? range : range + ": " + expression(each.expression()));
    }
    return String.join(" | ", found)
        + (all.size() > MOST_RANGES ? " | … " + all.size() + " in all" : "");
  }

  @Override
  public String address(long address) {
    return space.name(address);
  }

  @Override
  public String indexed(long index) {
    return space.name(unit.address(index));
  }

  @Override
  public String entry(long at) {
    return names.shown(at);
  }

  @Override
  public String type(long offset) {
    return offset == 0 ? "generic type" : names.shown(unit.at() + offset);
  }
}
