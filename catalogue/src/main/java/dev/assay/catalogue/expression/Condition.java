package dev.assay.catalogue.expression;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An expression of type bool, ready to be asked of components. Compiled on first use; safe for
 * several threads.
 */
public final class Condition {
  private final Expr expr;
  private final String source;
  // One entry in practice: a kind has one facts record.
  private final Map<Class<?>, Compiler.Compiled> compiled = new ConcurrentHashMap<>(1);

  /**
   * @param source the expression as people read it
   */
  public Condition(Expr expr, String source) {
    this.expr = expr;
    this.source = source;
  }

  public Expr expr() {
    return expr;
  }

  public String source() {
    return source;
  }

  /** Names of the facts it reads, {@code component.name} and the like among them. */
  public Set<String> reads() {
    return FactsRead.by(expr);
  }

  public Truth test(Observed observed) {
    return Truth.of(value(observed));
  }

  Object value(Observed observed) {
    Compiler.Compiled code = compiled(observed);
    return code.code().value(Frame.of(observed.slots(), code.variables()));
  }

  /** The facts that made the value what it is. */
  Map<String, Object> deciding(Observed observed) {
    Compiler.Compiled code = compiled(observed);
    Trace trace = new Trace();
    code.code().blame(Frame.explaining(observed.slots(), code.variables()), trace);
    return trace.seen();
  }

  private Compiler.Compiled compiled(Observed observed) {
    Class<? extends Record> facts = observed.described().facts().getClass();
    Compiler.Compiled code = compiled.get(facts);
    return code != null
        ? code
        : compiled.computeIfAbsent(facts, type -> Compiler.compile(expr, facts));
  }
}
