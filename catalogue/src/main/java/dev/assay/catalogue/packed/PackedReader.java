package dev.assay.catalogue.packed;

import dev.assay.catalogue.CompiledCase;
import dev.assay.catalogue.expression.ComponentField;
import dev.assay.catalogue.expression.Expr;
import dev.assay.catalogue.expression.Function;
import dev.assay.catalogue.expression.Quantifier;
import dev.assay.model.CaseIdentity;
import dev.assay.model.Measured;
import dev.assay.model.PlannedTest;
import dev.assay.model.Severity;
import dev.assay.model.TestCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a packed catalogue. */
public final class PackedReader {
  private static final byte[] MAGIC = PackedWriter.MAGIC;
  private static final ComponentField[] FIELDS = ComponentField.values();
  private static final Function[] FUNCTIONS = Function.values();
  private static final Quantifier[] QUANTIFIERS = Quantifier.values();
  private static final Severity[] SEVERITIES = Severity.values();

  // A plain array: this runs once per start, before anything is compiled, where buffers are slow.
  private final byte[] in;
  private final String[] strings;
  private int at;

  /** What a packed catalogue holds. */
  public record Contents(
      String profile,
      String title,
      List<CompiledCase> cases,
      List<CaseIdentity> identities,
      List<PlannedTest> planned) {}

  private PackedReader(byte[] in) {
    this.in = in;
    if (!Arrays.equals(in, 0, Math.min(in.length, MAGIC.length), MAGIC, 0, MAGIC.length)) {
      throw new IllegalArgumentException("another start than version 4 has");
    }
    at = MAGIC.length;
    strings = new String[count()];
    for (int i = 0; i < strings.length; i++) {
      int length = count();
      strings[i] = new String(in, at, length, StandardCharsets.UTF_8);
      at += length;
    }
  }

  /**
   * @throws IllegalArgumentException if the bytes are no packed catalogue of this version
   */
  public static Contents read(byte[] packed) {
    try {
      PackedReader reader = new PackedReader(packed);
      String profile = reader.text();
      String title = reader.text();
      int count = reader.count();
      List<CompiledCase> cases = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        cases.add(reader.definition());
      }
      int known = reader.count();
      List<CaseIdentity> identities = new ArrayList<>(known);
      for (int i = 0; i < known; i++) {
        identities.add(reader.identity());
      }
      int open = reader.count();
      List<PlannedTest> planned = new ArrayList<>(open);
      for (int i = 0; i < open; i++) {
        planned.add(reader.planned());
      }
      return new Contents(profile, title, cases, identities, planned);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IllegalArgumentException("not a packed catalogue: " + e.getMessage(), e);
    }
  }

  private CompiledCase definition() {
    String id = text();
    int revision = number();
    String family = text();
    String title = text();
    String component = text();
    String applies = text();
    String expect = text();
    Severity severity = SEVERITIES[in[at++]];
    String weakness = text();
    String because = text();
    String mitigate = text();
    List<String> requirements = texts();
    int depth = in[at++];
    TestCase meta =
        new TestCase(
            id,
            revision,
            family,
            title,
            component,
            applies,
            expect,
            severity,
            weakness,
            because,
            mitigate,
            requirements,
            depth);
    return CompiledCase.of(meta, expr(), expr());
  }

  private CaseIdentity identity() {
    return new CaseIdentity(
        text(),
        number(),
        text(),
        Optional.of(text()),
        in[at++] == 0 ? Optional.empty() : Optional.of(measured()));
  }

  private Measured measured() {
    return new Measured(text(), tried(), tried(), tried(), tried());
  }

  private Measured.Tried tried() {
    return new Measured.Tried(number(), number());
  }

  private PlannedTest planned() {
    return new PlannedTest(text(), text(), text(), texts(), text());
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int left = count(); left > 0; left--) {
      texts.add(text());
    }
    return texts;
  }

  private Expr expr() {
    return switch (Sort.of(in[at++])) {
      case FALSE -> new Expr.Constant(false);
      case TRUE -> new Expr.Constant(true);
      case LONG -> new Expr.Constant(eight());
      case DOUBLE -> new Expr.Constant(Double.longBitsToDouble(eight()));
      case TEXT -> new Expr.Constant(text());
      case FACT -> new Expr.Fact(text());
      case COMPONENT -> new Expr.OfComponent(FIELDS[in[at++]]);
      case VARIABLE -> new Expr.Variable(text());
      case FIELD -> field();
      case AND -> new Expr.And(expr(), expr());
      case OR -> new Expr.Or(expr(), expr());
      case CHOICE -> new Expr.Choice(expr(), expr(), expr());
      case CALL -> new Expr.Call(FUNCTIONS[in[at++]], all());
      case LIST -> new Expr.ListOf(all());
      case MAP -> new Expr.MapOf(all(), all());
      case LOOP -> loop();
    };
  }

  private Expr field() {
    String name = text();
    return new Expr.Field(expr(), name);
  }

  private Expr loop() {
    Quantifier quantifier = QUANTIFIERS[in[at++]];
    String variable = text();
    Expr range = expr();
    return new Expr.Loop(quantifier, range, variable, expr());
  }

  private List<Expr> all() {
    int count = count();
    List<Expr> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      parts.add(expr());
    }
    return parts;
  }

  private long eight() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = (value << Byte.SIZE) | (in[at++] & 0xff);
    }
    return value;
  }

  private String text() {
    return strings[number()];
  }

  /** A number of things that each take at least a byte. */
  private int count() {
    int count = number();
    if (count > (in.length - at)) {
      throw new IllegalArgumentException(count + " things in " + (in.length - at) + " bytes");
    }
    return count;
  }

  private int number() {
    int value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      byte next = in[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than 5 bytes");
  }
}
