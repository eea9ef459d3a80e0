package dev.assay.feed.match;

import dev.assay.feed.Conditions;
import dev.assay.feed.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Proof from the product itself that a flaw in an affected version does not matter there. */
final class Excuses {
  /** Vendors of operating systems that no Linux product contains. */
  private static final Set<String> FOREIGN =
      Set.of("microsoft", "apple", "freebsd", "netbsd", "openbsd", "ibm", "hp", "sun", "oracle");

  private Excuses() {}

  /**
   * Excuses a ruling where the product proves it. The statements are all on the same flaw: who
   * knows the version need not be who knows the code. All that name options, entry points or
   * functions must agree.
   */
  static Ruling applied(Ruling ruling, List<Statement> said, Surroundings surroundings) {
    if (ruling.decision() == Decision.NOT_AFFECTED || ruling.decision() == Decision.FIXED) {
      return ruling;
    }
    Conditions conditions = ruling.by().conditions();
    if (!conditions.platforms().isEmpty()
        && conditions.platforms().stream().allMatch(Excuses::foreign)) {
      return ruling.excused(
          Justification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH,
          "matters only on " + named(conditions.platforms()) + ", which a Linux product is not");
    }
    List<Conditions> all = said.stream().map(Statement::conditions).distinct().toList();
    return agreed(
            all.stream().filter(each -> !each.kernelOptions().isEmpty()).toList(),
            each -> kernel(ruling, each, surroundings))
        .or(
            () ->
                agreed(
                    all.stream().filter(each -> !each.entryPoints().isEmpty()).toList(),
                    each -> uncalled(ruling, each, surroundings.functions())))
        .or(
            () ->
                agreed(
                    all.stream().filter(each -> !each.functions().isEmpty()).toList(),
                    each -> absent(ruling, each, surroundings.functions())))
        .orElse(ruling);
  }

  private static Optional<Ruling> agreed(
      List<Conditions> conditions, Function<Conditions, Optional<Ruling>> excuse) {
    List<Optional<Ruling>> excuses = conditions.stream().map(excuse).toList();
    return excuses.isEmpty() || excuses.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : excuses.getFirst();
  }

  private static boolean foreign(String platform) {
    String[] parts = platform.split(":", 3);
    return parts[0].equals("o")
        && parts.length == 3
        && FOREIGN.contains(parts[1])
        && !parts[2].equals("linux");
  }

  /** The flawed code is not built, or built as a module that the product does not hold. */
  private static Optional<Ruling> kernel(Ruling ruling, Conditions conditions, Surroundings where) {
    List<String> options = conditions.kernelOptions();
    if (options.isEmpty() || where.kernelConfig().isEmpty()) {
      return Optional.empty();
    }
    KernelOptions config = where.kernelConfig().get();
    if (options.stream().allMatch(config::off)) {
      return Optional.of(
          ruling.excused(
              Justification.VULNERABLE_CODE_NOT_PRESENT,
              "the kernel is built without " + named(options)));
    }
    boolean modulesKnown = where.kernelModules().isPresent() && !conditions.modules().isEmpty();
    if (modulesKnown
        && options.stream().allMatch(config::notBuiltIn)
        && conditions.modules().stream().noneMatch(where.kernelModules().get()::contains)) {
      return Optional.of(
          ruling.excused(
              Justification.VULNERABLE_CODE_NOT_PRESENT,
              "the code is in the module "
                  + named(conditions.modules())
                  + ", which the product does not hold"));
    }
    return Optional.empty();
  }

  private static Optional<Ruling> uncalled(
      Ruling ruling, Conditions conditions, Functions functions) {
    return functions
        .uncalled(conditions.entryPoints())
        .map(
            proof ->
                ruling.excused(
                    Justification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH,
                    "the flaw is reached through "
                        + named(conditions.entryPoints())
                        + " only, and "
                        + proof));
  }

  private static Optional<Ruling> absent(
      Ruling ruling, Conditions conditions, Functions functions) {
    return functions
        .absent(conditions.functions())
        .map(
            proof ->
                ruling.excused(
                    Justification.VULNERABLE_CODE_NOT_PRESENT,
                    "the flaw is in " + named(conditions.functions()) + ", and " + proof));
  }

  private static String named(List<String> names) {
    List<String> first = names.subList(0, Math.min(4, names.size()));
    return String.join(", ", first) + (names.size() > 4 ? ", …" : "");
  }
}
