package dev.assay.inspect.certificates;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.keys.FoundKey;
import dev.assay.inspect.keys.KeyMaterial;
import dev.assay.inspect.keys.KnownKeys;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the certificates of a root: one component for each distinct one, with all its places. */
public final class CertificateInspector implements Inspector {
  public static final Kind<CertificateFacts> CERTIFICATE =
      Kind.of("certificate", CertificateFacts.class, "Certificate");

  /** Facts that cases read; each is proven by the certificate itself. */
  private static final List<String> PROVEN =
      List.of(
          "keyBits",
          "keyAlgorithm",
          "curve",
          "exponent",
          "signatureHash",
          "validityDays",
          "notAfterYear",
          "notBeforeYear",
          "serialBits",
          "version",
          "selfSigned",
          "ca",
          "basicConstraints",
          "keyUsage",
          "extendedKeyUsage",
          "names",
          "wildcard",
          "role",
          "privateKeyPresent",
          "publicTestKey",
          "defaultSubject",
          "distrusted",
          "sharedKey",
          "expiresBeforeNotBefore",
          "pathLength");

  /** A certificate and where it lies. */
  record Placed(Certificate certificate, List<Node> nodes, boolean inStore) {}

  @Override
  public List<Kind<?>> kinds() {
    return List.of(CERTIFICATE);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    Map<String, Placed> distinct = new LinkedHashMap<>();
    Set<String> privateKeys = new HashSet<>();
    for (Node node : root.nodes()) {
      KeyMaterial.of(node).ifPresent(material -> gather(node, material, distinct, privateKeys));
    }
    Map<String, Set<String>> subjects = new HashMap<>();
    for (Placed placed : distinct.values()) {
      Certificate certificate = placed.certificate();
      subjects
          .computeIfAbsent(certificate.key().sha256(), k -> new HashSet<>())
          .add(certificate.subject());
    }
    for (Placed placed : distinct.values()) {
      String key = placed.certificate().key().sha256();
      describe(
          placed,
          privateKeys.contains(key),
          subjects.getOrDefault(key, Set.of()).size() - 1,
          findings);
    }
  }

  private static void gather(
      Node node, KeyMaterial material, Map<String, Placed> distinct, Set<String> privateKeys) {
    for (Certificate certificate : material.certificates()) {
      Placed placed =
          distinct.computeIfAbsent(
              certificate.sha256(),
              k -> new Placed(certificate, new ArrayList<>(), !material.stores().isEmpty()));
      if (!placed.nodes().contains(node)) {
        placed.nodes().add(node);
      }
    }
    for (FoundKey key : material.keys()) {
      if (!key.key().sha256().isEmpty()) {
        privateKeys.add(key.key().sha256());
      }
    }
  }

  private static void describe(Placed placed, boolean hasKey, int shared, Findings findings) {
    Certificate c = placed.certificate();
    String role = CertificateRole.of(c, placed.nodes(), hasKey);
    String known = KnownKeys.nameOf(c.key().sha256());
    Draft draft =
        findings
            .component(
                CERTIFICATE,
                placed.nodes().getFirst().path() + "#" + c.sha256().substring(0, 16),
                c.commonName())
            .signs(signs(role, hasKey));
    placed.nodes().forEach(draft::artifact);
    String summary = summary(c);
    for (String fact : PROVEN) {
      draft.seen(fact, placed.nodes().getFirst().at(c.offset(), summary));
    }
    draft.facts(
        new CertificateFacts(
            c.subject(),
            c.commonName(),
            c.issuer(),
            c.serial(),
            c.serialBits(),
            c.version(),
            c.key().algorithm(),
            c.key().bits(),
            c.key().curve(),
            c.key().exponent(),
            c.signatureAlgorithm(),
            c.signatureHash(),
            c.notBefore(),
            c.notAfter(),
            c.notBeforeYear(),
            c.notAfterYear(),
            c.validityDays(),
            c.validityDays() < 0,
            c.selfIssued(),
            c.ca(),
            c.basicConstraints(),
            c.pathLength(),
            c.keyUsage(),
            c.extendedKeyUsage(),
            c.names(),
            c.wildcard(),
            role,
            hasKey,
            !known.isEmpty(),
            known,
            Subjects.isDefault(c.subject()),
            Subjects.distrusted(c.subject()),
            shared,
            placed.inStore(),
            placed.nodes().size()));
  }

  private static String summary(Certificate c) {
    return c.subject()
        + "; "
        + c.key().algorithm()
        + " "
        + c.key().bits()
        + (c.key().exponent().isEmpty() ? "" : ", exponent " + c.key().exponent())
        + "; "
        + c.signatureAlgorithm()
        + "; "
        + c.notBefore()
        + " to "
        + c.notAfter()
        + (c.ca() ? "; authority" : "");
  }

  private static RiskSigns signs(String role, boolean hasKey) {
    RiskSigns signs =
        RiskSigns.UNKNOWN
            .withMemoryUnsafe(false, "data, not code")
            .withParsesInput(false, "data, not code")
            .withSurface(0, 0, "data, not code");
    return role.equals("identity")
        ? signs
            .withExposure(RiskSigns.Exposure.LISTENS, "shown to whoever connects")
            .withPrivilege(
                hasKey ? RiskSigns.Privilege.FULL : RiskSigns.Privilege.SERVICE,
                "stands for the device's identity")
        : signs
            .withExposure(RiskSigns.Exposure.NONE, "read by programs of the device")
            .withPrivilege(RiskSigns.Privilege.SERVICE, "decides whom the device believes");
  }
}
