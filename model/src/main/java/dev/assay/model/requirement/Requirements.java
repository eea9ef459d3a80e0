package dev.assay.model.requirement;

import dev.assay.model.ProgramFile;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All requirements Assay knows, from one table per standard. */
public final class Requirements {
  private static final List<Standard> STANDARDS =
      List.of(
          new Standard("nist:800-53r5:", "NIST SP 800-53 revision 5", "nist-800-53r5.tsv"),
          new Standard("3gpp:33.117:", "3GPP TS 33.117", "3gpp-33.117.tsv"),
          new Standard("3gpp:33.116:", "3GPP TS 33.116 (MME)", "3gpp-33.116.tsv"),
          new Standard("3gpp:33.216:", "3GPP TS 33.216 (eNB)", "3gpp-33.216.tsv"),
          new Standard("3gpp:33.511:", "3GPP TS 33.511 (gNB)", "3gpp-33.511.tsv"),
          new Standard("etsi:303645:", "ETSI EN 303 645 V3.1.3", "etsi-303645.tsv"),
          new Standard("etsi:103732:", "ETSI TS 103 732 V1.1.1 (phones)", "etsi-103732.tsv"),
          new Standard(
              "cra:annex-1:", "Regulation (EU) 2024/2847 (CRA), Annex I", "cra-annex-1.tsv"),
          new Standard("nist:800-187:", "NIST SP 800-187 (LTE)", "nist-800-187.tsv"),
          new Standard(
              "nist:800-163r1:", "NIST SP 800-163 revision 1 (apps)", "nist-800-163r1.tsv"),
          new Standard("gsma:fs.16:", "GSMA NESAS FS.16", "gsma-fs.16.tsv"),
          new Standard("owasp:masvs:", "OWASP MASVS 2.1", "owasp-masvs.tsv"),
          new Standard("owasp:maswe:", "OWASP MASWE (beta)", "owasp-maswe.tsv"),
          new Standard("eu:gdpr:", "Regulation (EU) 2016/679 (GDPR)", "eu-gdpr.tsv"),
          new Standard("google:data-safety:", "Google Play data safety", "google-data-safety.tsv"));

  private static final List<String> PRIVACY =
      List.of("eu:gdpr:", "google:data-safety:", "owasp:masvs:PRIVACY-", "etsi:303645:6-");

  private static final class Tables {
    static final Map<String, Requirement> ALL = all();

    private static Map<String, Requirement> all() {
      Map<String, Requirement> all = new LinkedHashMap<>();
      STANDARDS.forEach(standard -> add(standard, all));
      return Collections.unmodifiableMap(all);
    }
  }

  private Requirements() {}

  /** The standards, in the order reports show them. */
  public static List<Standard> standards() {
    return STANDARDS;
  }

  /** The standard with an id such as {@code 3gpp:33.117}. */
  public static Optional<Standard> standard(String id) {
    return STANDARDS.stream().filter(standard -> standard.id().equals(id)).findFirst();
  }

  /** Every requirement, by standard, then in the standard's own order. */
  public static Collection<Requirement> all() {
    return Tables.ALL.values();
  }

  /** The requirement with an id such as {@code nist:800-53r5:AC-6(2)}. */
  public static Optional<Requirement> find(String id) {
    return Optional.ofNullable(Tables.ALL.get(id));
  }

  /**
   * Whether a requirement protects personal data: it is of the GDPR, of the data safety section, of
   * MASVS's group PRIVACY or of clause 6 of ETSI EN 303 645.
   */
  public static boolean isOfPrivacy(String id) {
    return PRIVACY.stream().anyMatch(id::startsWith);
  }

  private static void add(Standard standard, Map<String, Requirement> into) {
    for (List<String> row : ProgramFile.rows(Requirements.class, standard.resource())) {
      String id = standard.prefix() + row.get(0);
      Set<Means> means = row.size() > 2 ? Means.parse(row.get(2)) : Set.of();
      into.put(id, new Requirement(id, standard.name(), row.get(1).strip(), means));
    }
  }
}
