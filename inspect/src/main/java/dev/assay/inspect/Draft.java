package dev.assay.inspect;

import dev.assay.inspect.tree.Node;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A component being described. {@link #facts} completes it. */
public final class Draft {
  private final Findings findings;
  private final Kind<?> kind;
  private final String where;
  private final String name;
  private String version = "";
  private String purl = "";
  private String cpe = "";
  private final List<String> artifacts = new ArrayList<>();
  private final List<FactEvidence> evidence = new ArrayList<>();
  private final Map<String, String> unknown = new TreeMap<>();
  private RiskSigns signs = RiskSigns.UNKNOWN;

  Draft(Findings findings, Kind<?> kind, String where, String name) {
    this.findings = findings;
    this.kind = kind;
    this.where = where;
    this.name = name;
  }

  public Draft version(String value) {
    version = value;
    return this;
  }

  public Draft purl(String value) {
    purl = value;
    return this;
  }

  public Draft cpe(String value) {
    cpe = value;
    return this;
  }

  public Draft artifact(String path) {
    artifacts.add(path);
    return this;
  }

  public Draft artifact(Node node) {
    return artifact(node.path());
  }

  /** Says where a fact was seen. Several places may prove one fact. */
  public Draft seen(String fact, Evidence where) {
    evidence.add(new FactEvidence(fact, where));
    return this;
  }

  /** Says that a fact could not be established; test cases that need it become INCONCLUSIVE. */
  public Draft unknown(String fact, String why) {
    unknown.put(fact, why);
    return this;
  }

  public Draft signs(RiskSigns value) {
    signs = value;
    return this;
  }

  /**
   * Completes the component with its facts and hands it over.
   *
   * @throws IllegalArgumentException if the record is not the kind's
   */
  public void facts(Record facts) {
    if (facts.getClass() != kind.facts()) {
      throw new IllegalArgumentException(
          kind.name() + " has facts of " + kind.facts().getName() + ", not " + facts.getClass());
    }
    List<String> where0 = artifacts.isEmpty() ? List.of(artifactOf(where)) : artifacts;
    Component component =
        new Component(kind.name() + ":" + where, kind.name(), name, version, purl, cpe, where0);
    findings.add(new Described(component, facts, evidence, unknown, signs));
  }

  private static String artifactOf(String where) {
    int part = where.lastIndexOf('#');
    return part < 0 ? where : where.substring(0, part);
  }
}
