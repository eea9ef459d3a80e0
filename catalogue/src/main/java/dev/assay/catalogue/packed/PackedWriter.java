package dev.assay.catalogue.packed;

import dev.assay.catalogue.expression.ComponentField;
import dev.assay.catalogue.expression.Expr;
import dev.assay.catalogue.expression.Function;
import dev.assay.catalogue.expression.Quantifier;
import dev.assay.catalogue.source.Definition;
import dev.assay.model.CaseIdentity;
import dev.assay.model.Measured;
import dev.assay.model.PlannedTest;
import dev.assay.model.TestCase;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a packed catalogue. */
@SuppressWarnings("EnumOrdinal") // the file is made by the build that reads it
public final class PackedWriter {
  static final byte[] MAGIC = {'A', 'S', 'Y', 'C', 4};

  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private PackedWriter() {}

  public static byte[] write(
      String profile,
      String title,
      List<Definition> definitions,
      List<CaseIdentity> identities,
      List<PlannedTest> planned) {
    PackedWriter writer = new PackedWriter();
    writer.text(profile);
    writer.text(title);
    writer.number(definitions.size());
    definitions.forEach(writer::definition);
    writer.number(identities.size());
    identities.forEach(writer::identity);
    writer.number(planned.size());
    planned.forEach(writer::planned);
    return writer.whole();
  }

  private byte[] whole() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    number(strings.size(), out);
    for (String string : strings.keySet()) {
      byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
      number(bytes.length, out);
      out.writeBytes(bytes);
    }
    out.writeBytes(body.toByteArray());
    return out.toByteArray();
  }

  private void definition(Definition definition) {
    TestCase meta = definition.meta();
    text(meta.id());
    number(meta.revision());
    text(meta.family());
    text(meta.title());
    text(meta.component());
    text(meta.applies());
    text(meta.expect());
    body.write(meta.severity().ordinal());
    text(meta.weakness());
    text(meta.because());
    text(meta.mitigate());
    number(meta.requirements().size());
    meta.requirements().forEach(this::text);
    body.write(meta.depth());
    expr(definition.applies());
    expr(definition.expect());
  }

  private void identity(CaseIdentity identity) {
    text(identity.test());
    number(identity.revision());
    text(identity.digest());
    text(identity.weakness().orElse(""));
    body.write(identity.measured().isPresent() ? 1 : 0);
    identity.measured().ifPresent(this::measured);
  }

  private void measured(Measured measured) {
    text(measured.on());
    tried(measured.flawed());
    tried(measured.sound());
    tried(measured.clean());
    tried(measured.alterations());
  }

  private void tried(Measured.Tried tried) {
    number(tried.all());
    number(tried.wrong());
  }

  private void planned(PlannedTest test) {
    text(test.id());
    text(test.title());
    text(test.requirement());
    number(test.needs().size());
    test.needs().forEach(this::text);
    text(test.why());
  }

  private void expr(Expr expr) {
    switch (expr) {
      case Expr.Constant(Object value) -> constant(value);
      case Expr.Fact(String name) -> named(Sort.FACT, name);
      case Expr.OfComponent(ComponentField field) -> sort(Sort.COMPONENT, field.ordinal());
      case Expr.Variable(String name) -> named(Sort.VARIABLE, name);
      case Expr.Field(Expr of, String name) -> {
        named(Sort.FIELD, name);
        expr(of);
      }
      case Expr.And(Expr left, Expr right) -> parts(Sort.AND, left, right);
      case Expr.Or(Expr left, Expr right) -> parts(Sort.OR, left, right);
      case Expr.Choice(Expr condition, Expr yes, Expr no) -> parts(Sort.CHOICE, condition, yes, no);
      case Expr.Call(Function function, List<Expr> arguments) -> {
        sort(Sort.CALL, function.ordinal());
        all(arguments);
      }
      case Expr.ListOf(List<Expr> elements) -> {
        body.write(Sort.LIST.ordinal());
        all(elements);
      }
      case Expr.MapOf(List<Expr> keys, List<Expr> values) -> {
        body.write(Sort.MAP.ordinal());
        all(keys);
        all(values);
      }
      case Expr.Loop(Quantifier quantifier, Expr range, String variable, Expr inner) -> {
        sort(Sort.LOOP, quantifier.ordinal());
        text(variable);
        expr(range);
        expr(inner);
      }
    }
  }

  private void constant(Object value) {
    switch (value) {
      case Boolean truth -> body.write((truth ? Sort.TRUE : Sort.FALSE).ordinal());
      case Long number -> eight(Sort.LONG, number);
      case Double number -> eight(Sort.DOUBLE, Double.doubleToRawLongBits(number));
      default -> named(Sort.TEXT, (String) value);
    }
  }

  private void eight(Sort sort, long bits) {
    body.write(sort.ordinal());
    body.writeBytes(ByteBuffer.allocate(8).putLong(bits).array());
  }

  private void sort(Sort sort, int more) {
    body.write(sort.ordinal());
    body.write(more);
  }

  private void named(Sort sort, String name) {
    body.write(sort.ordinal());
    text(name);
  }

  private void parts(Sort sort, Expr... parts) {
    body.write(sort.ordinal());
    for (Expr part : parts) {
      expr(part);
    }
  }

  private void all(List<Expr> parts) {
    number(parts.size());
    parts.forEach(this::expr);
  }

  private void text(String text) {
    Integer known = strings.get(text);
    int index = known == null ? strings.size() : known;
    if (known == null) {
      strings.put(text, index);
    }
    number(index);
  }

  private void number(int value) {
    number(value, body);
  }

  private static void number(int value, ByteArrayOutputStream out) {
    int rest = value;
    while (rest >= 0x80) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
