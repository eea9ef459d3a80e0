package dev.assay.model;

import java.util.List;

/**
 * A unit with an identity that can be at risk: package, executable, kernel, account set, key,
 * configuration.
 *
 * @param id unique in the product and stable between runs: {@code
 *     ssh-server:netboot.img!/ramdisk!/etc/ssh/sshd_config}
 * @param kind name of its {@link Kind}
 * @param name as its maker calls it
 * @param version empty where unknown
 * @param purl package URL, empty where there is none
 * @param cpe CPE 2.3 name, empty where there is none
 * @param artifacts paths of the artifacts it consists of, ordered; never empty
 */
public record Component(
    String id,
    String kind,
    String name,
    String version,
    String purl,
    String cpe,
    List<String> artifacts) {
  public Component {
    artifacts = artifacts.stream().sorted().distinct().toList();
  }

  /** A component without package URL or CPE. */
  public static Component of(
      Kind<?> kind, String where, String name, String version, List<String> artifacts) {
    return new Component(kind.name() + ":" + where, kind.name(), name, version, "", "", artifacts);
  }

  public Component withPurl(String newPurl) {
    return new Component(id, kind, name, version, newPurl, cpe, artifacts);
  }

  public Component withCpe(String newCpe) {
    return new Component(id, kind, name, version, purl, newCpe, artifacts);
  }

  /** The same unit, under its own id, as one of a kind whose facts no inspector finds. */
  public Component as(Kind<?> other) {
    return new Component(id, other.name(), name, version, purl, cpe, artifacts);
  }
}
