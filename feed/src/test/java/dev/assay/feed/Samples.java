package dev.assay.feed;

import dev.assay.feed.source.BadSource;
import dev.assay.feed.source.Intake;
import dev.assay.feed.source.Sources;
import dev.assay.feed.store.Feed;
import dev.assay.feed.store.FeedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small inputs of each kind, in the form in which their publishers ship them. */
public final class Samples {
  /** The ranges of NVD for the two OpenSSH flaws, and one without ranges. */
  public static final String NVD =
      """
      {"resultsPerPage":3,"startIndex":0,"totalResults":3,"format":"NVD_CVE","version":"2.0",
       "timestamp":"2026-11-20T10:00:00.000","vulnerabilities":[
        {"cve":{"id":"CVE-2023-48795","published":"2023-12-18T16:15:10.897","lastModified":"2024-12-02T14:54:27.177",
          "vulnStatus":"Modified","descriptions":[{"lang":"en","value":"The SSH transport protocol allows\\na prefix truncation."},{"lang":"es","value":"x"}],
          "metrics":{"cvssMetricV31":[{"source":"nvd@nist.gov","type":"Primary","cvssData":{"version":"3.1",
            "vectorString":"CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:N","baseScore":5.9,"baseSeverity":"MEDIUM"}}]},
          "weaknesses":[{"source":"x"}],
          "configurations":[{"nodes":[{"operator":"OR","negate":false,"cpeMatch":[
            {"vulnerable":true,"criteria":"cpe:2.3:a:openbsd:openssh:*:*:*:*:*:*:*:*","versionEndExcluding":"9.6","matchCriteriaId":"A"}]}]}],
          "references":[{"url":"https://www.openssh.com/txt/release-9.6","source":"x","tags":["Release Notes"]},
                        {"url":"javascript:alert(1)","source":"x"}]}},
        {"cve":{"id":"CVE-2024-6387","published":"2024-07-01T13:15:06.467","lastModified":"2024-09-01T00:00:00.000","vulnStatus":"Modified",
          "descriptions":[{"lang":"en","value":"A signal handler race in sshd."}],
          "metrics":{"cvssMetricV31":[{"source":"nvd@nist.gov","cvssData":{"vectorString":"CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H","baseScore":8.1}}]},
          "configurations":[{"nodes":[{"operator":"OR","negate":false,"cpeMatch":[
            {"vulnerable":true,"criteria":"cpe:2.3:a:openbsd:openssh:*:*:*:*:*:*:*:*","versionEndExcluding":"4.4"},
            {"vulnerable":true,"criteria":"cpe:2.3:a:openbsd:openssh:8.5:p1:*:*:*:*:*:*"},
            {"vulnerable":true,"criteria":"cpe:2.3:a:openbsd:openssh:*:*:*:*:*:*:*:*","versionStartIncluding":"8.6","versionEndExcluding":"9.8"}]}]}]}},
        {"cve":{"id":"CVE-1999-0001","vulnStatus":"Rejected","descriptions":[]}}
       ]}
      """;

  public static final String DEBIAN =
      """
      {"openssh":{
        "CVE-2023-48795":{"description":"The SSH transport protocol","scope":"remote","releases":{
          "bookworm":{"status":"resolved","repositories":{"bookworm":"1:9.2p1-2+deb12u10"},"fixed_version":"1:9.2p1-2+deb12u2","urgency":"not yet assigned"},
          "bullseye":{"status":"resolved","repositories":{"bullseye":"1:8.4p1-5+deb11u3"},"fixed_version":"1:8.4p1-5+deb11u3","urgency":"not yet assigned"}}},
        "CVE-2024-6387":{"description":"A signal handler race","releases":{
          "bookworm":{"status":"resolved","repositories":{},"fixed_version":"1:9.2p1-2+deb12u3","urgency":"not yet assigned"},
          "bullseye":{"status":"resolved","repositories":{},"fixed_version":"0","urgency":"unimportant"}}}},
       "openssl":{
        "CVE-2023-5678":{"description":"Slow Diffie-Hellman","releases":{
          "bullseye":{"status":"resolved","repositories":{},"fixed_version":"1.1.1w-0+deb11u2","urgency":"not yet assigned"},
          "bookworm":{"status":"resolved","repositories":{},"fixed_version":"3.0.13-1~deb12u1","urgency":"not yet assigned"}}},
        "CVE-2026-0001":{"releases":{
          "bullseye":{"status":"open","repositories":{},"urgency":"not yet assigned","nodsa":"Minor issue","nodsa_reason":"postponed"},
          "bookworm":{"status":"undetermined","repositories":{},"urgency":"not yet assigned"}}}}}
      """;

  public static final String ALPINE =
      """
      {"apkurl":"x","archs":["x86_64"],"reponame":"main","urlprefix":"x","distroversion":"v3.18","packages":[
       {"pkg":{"name":"openssl","secfixes":{"3.1.4-r1":["CVE-2023-5678"],"0":["CVE-2022-1292"],"3.1.4-r5":["CVE-2024-0727 GHSA-xxxx"]}}}]}
      """;

  public static final String KEV =
      """
      {"title":"CISA Catalog","catalogVersion":"2025.08.25","dateReleased":"2025-08-25T17:04:19.9796Z","count":1,"vulnerabilities":[
       {"cveID":"CVE-2024-6387","vendorProject":"OpenSSH","dateAdded":"2025-01-02","shortDescription":"race","cwes":["CWE-364"]}]}
      """;

  public static final String EPSS =
      """
      #model_version:v2025.03.14,score_date:2025-08-25T00:00:00+0000
      cve,epss,percentile
      CVE-2023-48795,0.61211,0.98230
      CVE-2024-6387,0.48500,0.97600
      """;

  public static final String OSV =
      """
      {"schema_version":"1.7.0","id":"GHSA-35jh-r3h4-6jhm","modified":"2026-01-02T03:04:05Z","published":"2021-05-06T16:05:51Z",
       "aliases":["CVE-2021-23337"],"summary":"Command injection in lodash","details":"long",
       "severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H"}],
       "affected":[{"package":{"ecosystem":"npm","name":"lodash"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"4.17.21"}]}],
         "ecosystem_specific":{"functions":["template"]}}],
       "references":[{"type":"WEB","url":"https://github.com/lodash/lodash"}]}
      """;

  public static final String CSAF =
      """
      {"document":{"category":"csaf_security_advisory","csaf_version":"2.0","tracking":{"id":"EXAMPLE-2026:1","current_release_date":"2026-02-03T00:00:00Z"}},
       "product_tree":{"branches":[{"category":"vendor","name":"Example","branches":[
         {"category":"product_version","name":"8","product":{"product_id":"EL8","name":"EL 8","product_identification_helper":{"cpe":"cpe:/o:redhat:enterprise_linux:8::baseos"}}},
         {"category":"product_version","name":"x","product":{"product_id":"openssl-fixed","name":"openssl","product_identification_helper":{"purl":"pkg:rpm/redhat/openssl@1.1.1k-9.el8_6?arch=x86_64&epoch=1"}}},
         {"category":"product_version_range","name":"vers:generic/>=2.0|<2.5","product":{"product_id":"gw","name":"Gateway","product_identification_helper":{"cpe":"cpe:2.3:o:example:gateway:*:*:*:*:*:*:*:*"}}},
         {"category":"product_version","name":"3.0","product":{"product_id":"gw3","name":"Gateway 3","product_identification_helper":{"cpe":"cpe:2.3:o:example:gateway:3.0:*:*:*:*:*:*:*"}}},
         {"category":"product_version","name":"1","product":{"product_id":"nameless","name":"Nameless"}}]}],
        "relationships":[{"category":"default_component_of","product_reference":"openssl-fixed","relates_to_product_reference":"EL8","full_product_name":{"product_id":"EL8:openssl","name":"x"}}]},
       "vulnerabilities":[
        {"cve":"CVE-2022-0778","scores":[{"products":["gw"],"cvss_v3":{"version":"3.1","vectorString":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H","baseScore":7.5,"baseSeverity":"HIGH"}}],
         "product_status":{"fixed":["EL8:openssl"],"known_affected":["gw","nameless"],"known_not_affected":["gw3"]},
         "flags":[{"label":"vulnerable_code_not_present","product_ids":["gw3"]}]},
        {"cve":"CVE-2022-0779","product_status":{"known_affected":["nameless"]}}]}
      """;

  private Samples() {}

  /** A feed of texts, each a file of its own. */
  public static Feed feed(Path folder, String... texts) {
    try {
      Path out = folder.resolve("test.feed");
      try (FeedWriter writer = new FeedWriter(out)) {
        Sources sources = read(writer, folder, texts);
        writer.write("", sources.tallies().values(), sources.leftOut());
      }
      return Feed.open(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadSource e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static Sources read(Intake intake, Path folder, String... texts)
      throws IOException, BadSource {
    Sources sources = new Sources(intake);
    for (int i = 0; i < texts.length; i++) {
      Path file = folder.resolve("input-" + i);
      Files.writeString(file, texts[i]);
      sources.read(file);
    }
    return sources;
  }

  public static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Names and texts in turn. */
  public static byte[] zip(String... members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < members.length; i += 2) {
        out.putNextEntry(new ZipEntry(members[i]));
        out.write(members[i + 1].getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
