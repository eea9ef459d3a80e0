package dev.assay.inspect.android.code;

import dev.assay.formats.Malformed;
import dev.assay.formats.dex.Arguments;
import dev.assay.formats.dex.CodeVisitor;
import dev.assay.formats.dex.Dex;
import dev.assay.formats.dex.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the code of one executable into a program, and notes the uses that some rule is about. */
final class CodeReader implements CodeVisitor {
  private static final int MAX_NOTED = 200_000;
  private static final int LONGEST_TEXT = 2000;

  private final Program program;
  private final Dex dex;
  private final int number;
  private final Tables tables;
  private final List<Noted> noted;
  private final int[] types;
  private final int[] references;
  private final String[] prototypes;
  private final Numbered<List<Rule>> rulesOfMethod;
  private final Numbered<List<Rule>> rulesOfField = new Numbered<>();
  private int method;

  /**
   * One place in code that is of interest.
   *
   * @param text the string, where it is one
   */
  record Noted(int method, int offset, List<Rule> rules, String text) {}

  CodeReader(
      Program program,
      Dex dex,
      int number,
      Tables tables,
      Numbered<List<Rule>> rulesOfMethod,
      List<Noted> noted) {
    this.program = program;
    this.dex = dex;
    this.number = number;
    this.tables = tables;
    this.rulesOfMethod = rulesOfMethod;
    this.noted = noted;
    this.types = unread(dex.types());
    this.references = unread(dex.methods());
    this.prototypes = new String[dex.prototypes()];
  }

  private static int[] unread(int size) {
    int[] numbers = new int[size];
    Arrays.fill(numbers, -1);
    return numbers;
  }

  @Override
  public void method(int defined, int flags, int code) {
    method = program.define(reference(defined), flags, number, code);
  }

  @Override
  public void call(int opcode, int target, int offset, Arguments arguments) {
    if (opcode >= 0xFA) {
      return;
    }
    int reference = reference(target);
    int kind =
        switch (opcode) {
          case 0x6E, 0x72, 0x74, 0x78 -> Program.VIRTUAL;
          case 0x6F, 0x75 -> Program.SUPER;
          default -> Program.CALL;
        };
    program.edge(kind, reference);
    List<Rule> rules = rulesOfMethod.get(reference);
    if (rules == null) {
      rules = rulesOf(reference);
      rulesOfMethod.put(reference, rules);
    }
    if (!rules.isEmpty() && !isWithin(program.ownerOf(reference))) {
      List<Rule> met = rules.stream().filter(r -> r.when().holds(arguments, this::text)).toList();
      note(offset, met, "");
    }
  }

  /** Whether a class of a library that is watched is at work on itself: not the app asks it. */
  private boolean isWithin(Program.Type called) {
    return called.defined
        && tables.know(called.descriptor)
        && program.ownerOf(program.definedReference.get(method)).equals(called);
  }

  @Override
  public void string(int string, int offset) {
    String text = dex.string(string, LONGEST_TEXT);
    if (text.length() > 6 && text.length() < LONGEST_TEXT) {
      int scheme = text.indexOf("://");
      if (scheme > 1 && scheme < 12) {
        note(offset, text.startsWith("content:") ? tables.provider(text) : List.of(), text);
      } else if (text.indexOf('.') > 0 && text.indexOf(' ') < 0) {
        program
            .defined("L" + text.replace('.', '/') + ";")
            .ifPresent(named -> program.edge(Program.NEW, named));
      }
    }
  }

  @Override
  public void type(int opcode, int type, int offset) {
    if (opcode == 0x22) {
      program.edge(Program.NEW, type(type));
    } else if (opcode == 0x1C) {
      // A class constant is how components, work requests and fragments are named.
      program.edge(Program.NEW, type(type));
    }
  }

  @Override
  public void field(int opcode, int field, int offset) {
    if (opcode < 0x60) {
      return;
    }
    Member member = dex.field(field);
    int owner = type(member.owner());
    program.edge(Program.TOUCH, owner);
    List<Rule> rules = rulesOfField.get(field);
    if (rules == null) {
      rules =
          tables
              .members(program.type(owner).descriptor)
              .getOrDefault(dex.name(member.name()), List.of());
      rulesOfField.put(field, rules);
    }
    note(offset, rules, "");
  }

  private void note(int offset, List<Rule> rules, String text) {
    if (!rules.isEmpty() || !text.isEmpty()) {
      if (noted.size() == MAX_NOTED) {
        throw new Malformed("dex.too-large", offset, "more places of interest than are kept");
      }
      noted.add(new Noted(method, offset, rules, text));
    }
  }

  private String text(Arguments arguments, int place) {
    int value = arguments.value(place);
    return switch (arguments.content(place)) {
      case STRING -> dex.string(value, LONGEST_TEXT);
      case TYPE -> dex.type(value);
      case FIELD -> dex.name(dex.field(value).name());
      default -> "";
    };
  }

  /** Rules of the member, and of those it is inherited from. */
  private List<Rule> rulesOf(int reference) {
    List<String> lineage = program.lineage(program.ownerOf(reference), tables::know);
    if (lineage.isEmpty()) {
      return List.of();
    }
    String name = program.nameOf(reference);
    String prototype = program.prototypeOf(reference);
    String key = name + prototype.substring(0, prototype.indexOf(')') + 1);
    List<Rule> found = new ArrayList<>();
    for (String type : lineage) {
      found.addAll(tables.members(type).getOrDefault(name, List.of()));
      List<String> permissions = tables.permissions().of(type).getOrDefault(key, List.of());
      permissions.stream()
          .filter(permission -> !permission.equals(PermissionMap.SOMETIMES))
          .forEach(permission -> found.add(Rule.of(Rule.Fact.GUARDED, permission)));
      if (permissions.size() == 1) {
        found.add(Rule.of(Rule.Fact.NEEDED, permissions.getFirst()));
      }
    }
    return List.copyOf(found);
  }

  private int reference(int target) {
    if (target >= 0 && target < references.length && references[target] >= 0) {
      return references[target];
    }
    Member member = dex.method(target);
    references[target] =
        program.references.number(
            type(member.owner()),
            program.signature(dex.name(member.name()), prototype(member.kind())));
    return references[target];
  }

  private String prototype(int local) {
    String known = local < prototypes.length ? prototypes[local] : null;
    if (known == null) {
      known = dex.prototype(local).descriptor();
      prototypes[local] = known;
    }
    return known;
  }

  private int type(int local) {
    if (local >= 0 && local < types.length && types[local] >= 0) {
      return types[local];
    }
    types[local] = program.type(dex.type(local));
    return types[local];
  }
}
