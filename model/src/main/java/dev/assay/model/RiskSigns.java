package dev.assay.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a component's risk is computed from, as its inspector saw it in the image. An empty {@code
 * Optional} means unknown; the risk formula then takes the worst value and says so. Links between
 * components are names such as {@code so:libssl.so.3}, {@code path:/usr/sbin/sshd} (absolute path
 * inside its root file system) or {@code pkg:openssl}.
 *
 * @param exposure how an attacker reaches it
 * @param size bytes of code or data an attacker can exercise
 * @param entryPoints number of exported functions, listening sockets, exported components …
 * @param memoryUnsafe whether it is written in a memory-unsafe language
 * @param parsesInput whether it parses data from outside
 * @param privilege what it may do or holds
 * @param provides names under which others depend on it
 * @param uses names it depends on
 * @param contains names of components it consists of (a package's files): it is as exposed and as
 *     privileged as the worst of them
 * @param grants what it makes of others: a service that starts {@code path:/usr/sbin/sshd} as root
 *     grants it privilege
 */
public record RiskSigns(
    Optional<Sign<Exposure>> exposure,
    Optional<Sign<Long>> size,
    Optional<Sign<Integer>> entryPoints,
    Optional<Sign<Boolean>> memoryUnsafe,
    Optional<Sign<Boolean>> parsesInput,
    Optional<Sign<Privilege>> privilege,
    Set<String> provides,
    Set<String> uses,
    Set<String> contains,
    List<Grant> grants) {

  /**
   * One observed value with the reason for it.
   *
   * @param seen where; empty where it holds of the component's artifacts as a whole
   */
  public record Sign<T>(T value, String why, Optional<Evidence> seen) {
    public Sign(T value, String why) {
      this(value, why, Optional.empty());
    }
  }

  /** How an attacker reaches a component, most exposed first. */
  public enum Exposure {
    LISTENS,
    CLIENT,
    PARSES_FOREIGN_DATA,
    NONE
  }

  /** What a component may do or holds, most privileged first. */
  public enum Privilege {
    /** Runs as or becomes root, kernel, holds keys, does cryptography or updates. */
    FULL,
    /** Runs as a service account. */
    SERVICE,
    /** No more than the user who starts it. */
    USER
  }

  /**
   * Exposure or privilege that one component gives another.
   *
   * @param target name of the other, as in {@code provides}
   * @param seen where; empty where it holds of the giver's artifacts as a whole
   */
  public record Grant(
      String target,
      Optional<Exposure> exposure,
      Optional<Privilege> privilege,
      String why,
      Optional<Evidence> seen) {
    public Grant(
        String target, Optional<Exposure> exposure, Optional<Privilege> privilege, String why) {
      this(target, exposure, privilege, why, Optional.empty());
    }
  }

  public static final RiskSigns UNKNOWN =
      new RiskSigns(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          Set.of(),
          List.of());

  public RiskSigns {
    provides = Set.copyOf(provides);
    uses = Set.copyOf(uses);
    contains = Set.copyOf(contains);
    grants = List.copyOf(grants);
  }

  public RiskSigns withExposure(Exposure value, String why) {
    return withExposure(value, why, Optional.empty());
  }

  public RiskSigns withExposure(Exposure value, String why, Optional<Evidence> seen) {
    return new RiskSigns(
        Optional.of(new Sign<>(value, why, seen)),
        size,
        entryPoints,
        memoryUnsafe,
        parsesInput,
        privilege,
        provides,
        uses,
        contains,
        grants);
  }

  public RiskSigns withSurface(long bytes, int entries, String why) {
    return new RiskSigns(
        exposure,
        Optional.of(new Sign<>(bytes, why)),
        Optional.of(new Sign<>(entries, why)),
        memoryUnsafe,
        parsesInput,
        privilege,
        provides,
        uses,
        contains,
        grants);
  }

  public RiskSigns withMemoryUnsafe(boolean value, String why) {
    return new RiskSigns(
        exposure,
        size,
        entryPoints,
        Optional.of(new Sign<>(value, why)),
        parsesInput,
        privilege,
        provides,
        uses,
        contains,
        grants);
  }

  public RiskSigns withParsesInput(boolean value, String why) {
    return withParsesInput(value, why, Optional.empty());
  }

  public RiskSigns withParsesInput(boolean value, String why, Optional<Evidence> seen) {
    return new RiskSigns(
        exposure,
        size,
        entryPoints,
        memoryUnsafe,
        Optional.of(new Sign<>(value, why, seen)),
        privilege,
        provides,
        uses,
        contains,
        grants);
  }

  public RiskSigns withPrivilege(Privilege value, String why) {
    return withPrivilege(value, why, Optional.empty());
  }

  public RiskSigns withPrivilege(Privilege value, String why, Optional<Evidence> seen) {
    return new RiskSigns(
        exposure,
        size,
        entryPoints,
        memoryUnsafe,
        parsesInput,
        Optional.of(new Sign<>(value, why, seen)),
        provides,
        uses,
        contains,
        grants);
  }

  public RiskSigns withLinks(
      Set<String> newProvides, Set<String> newUses, Set<String> newContains) {
    return new RiskSigns(
        exposure,
        size,
        entryPoints,
        memoryUnsafe,
        parsesInput,
        privilege,
        newProvides,
        newUses,
        newContains,
        grants);
  }

  public RiskSigns withGrants(List<Grant> newGrants) {
    return new RiskSigns(
        exposure,
        size,
        entryPoints,
        memoryUnsafe,
        parsesInput,
        privilege,
        provides,
        uses,
        contains,
        newGrants);
  }
}
