package dev.assay.inspect.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SbomTest {
  private static final String PACKAGES =
      """
      Package: curl
      Status: install ok installed
      Version: 7.88.1-10
      Architecture: arm64

      Package: libssl3
      Status: install ok installed
      Source: openssl
      Version: 3.0.15-1~deb12u1
      Architecture: arm64
      """;

  private static final String XML =
      """
      <?xml version="1.0"?>
      <bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">
       <metadata><timestamp>2026-11-23T00:00:00Z</timestamp>
        <authors><author><name>Box Works</name></author></authors>
        <component type="firmware" bom-ref="box"><name>Box</name><version>2.1</version></component></metadata>
       <components><component type="library" bom-ref="c"><supplier><name>curl project</name></supplier>
         <name>curl</name><version>7.88.1-10</version>
         <hashes><hash alg="SHA-256">%s</hash></hashes>
         <licenses><license><id>curl</id></license></licenses>
         <purl>pkg:deb/debian/curl@7.88.1-10</purl>
         <components><component type="library" bom-ref="d"><name>openssl</name><version>3.0.15</version>
           <licenses><expression>Apache-2.0</expression></licenses></component></components>
       </component></components>
       <dependencies><dependency ref="c"><dependency ref="d"/></dependency><dependency ref="d"/></dependencies>
      </bom>
      """
          .formatted("ab".repeat(32));

  private static Tree system() {
    return Tree.ofASystem().file("var/lib/dpkg/status", PACKAGES);
  }

  private static SbomFacts sbom(String name, String text) {
    return (SbomFacts) system().file(name, text).only("sbom").facts();
  }

  private static SbomComparisonFacts compared(Tree tree) {
    return (SbomComparisonFacts) tree.only("sbom-comparison").facts();
  }

  @Test
  void withoutABillOfMaterialsThereIsNothingToCompare() {
    assertThat(system().all("sbom-comparison")).isEmpty();
    assertThat(system().file("usr/share/doc/sbom.cdx.xml", XML).all("sbom")).isEmpty();
  }

  @Test
  void cycloneDxAsXmlIsReadWithComponentsInComponents() {
    SbomFacts facts = sbom("sbom.cdx.xml", XML);
    assertThat(facts.refused()).isEmpty();
    assertThat(facts.specVersion()).isEqualTo("1.6");
    assertThat(facts.author()).isEqualTo("Box Works");
    assertThat(facts.subject() + facts.subjectVersion()).isEqualTo("Box2.1");
    assertThat(facts.components())
        .containsExactly(
            new Listed(
                "curl",
                "7.88.1-10",
                "pkg:deb/debian/curl@7.88.1-10",
                "",
                "curl project",
                "curl",
                "ab".repeat(32),
                true,
                true,
                false,
                "",
                "components[0]"),
            new Listed(
                "openssl",
                "3.0.15",
                "",
                "",
                "",
                "Apache-2.0",
                "",
                false,
                true,
                false,
                "",
                "components[0].components[0]"));
  }

  @Test
  void spdxIsReadWithoutTheProductItself() {
    SbomFacts facts =
        sbom(
            "sbom.spdx.json",
            """
            {"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT",
             "creationInfo":{"created":"2026-11-23T00:00:00Z","creators":["Tool: x","Organization: Box Works"]},
             "packages":[
              {"SPDXID":"SPDXRef-box","name":"Box","versionInfo":"2.1"},
              {"SPDXID":"SPDXRef-curl","name":"curl","versionInfo":"7.88.1-10","supplier":"NOASSERTION",
               "licenseDeclared":"NOASSERTION","licenseConcluded":"curl",
               "externalRefs":[{"referenceType":"purl","referenceLocator":"pkg:deb/debian/curl@7.88.1-10"}],
               "checksums":[{"algorithm":"SHA256","checksumValue":"%s"}]}],
             "files":[{"SPDXID":"SPDXRef-f","fileName":"./bin/agent","checksums":[{"algorithm":"SHA1","checksumValue":"00"}]}],
             "relationships":[
              {"spdxElementId":"SPDXRef-DOCUMENT","relationshipType":"DESCRIBES","relatedSpdxElement":"SPDXRef-box"},
              {"spdxElementId":"SPDXRef-curl","relationshipType":"DEPENDS_ON","relatedSpdxElement":"SPDXRef-gone"}]}
            """
                .formatted("AB".repeat(32)));
    assertThat(facts.subject() + facts.subjectVersion()).isEqualTo("Box2.1");
    assertThat(facts.author()).isEqualTo("Organization: Box Works");
    assertThat(facts.refused())
        .containsExactly(
            "relationships[1]: expected a reference of the document, found `SPDXRef-gone`");
    assertThat(facts.components()).extracting(Listed::name).containsExactly("curl", "./bin/agent");
    Listed curl = facts.components().getFirst();
    assertThat(curl.supplier()).isEmpty();
    assertThat(curl.license()).isEqualTo("curl");
    assertThat(curl.sha256()).isEqualTo("ab".repeat(32));
    assertThat(facts.components().getLast().hashed()).isFalse();
  }

  @Test
  void whatIsListedIsHeldAgainstWhatIsInside() {
    String sbom =
        """
        {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
          {"type":"library","name":"curl","version":"7.88.1-9","purl":"pkg:deb/debian/curl@7.88.1-9"},
          {"type":"library","name":"wget","version":"1.21","purl":"pkg:deb/debian/wget@1.21"},
          {"type":"application","name":"our-app","version":"4"},
          {"type":"file","name":"/bin/agent","hashes":[{"alg":"SHA-256","content":"%s"}]},
          {"type":"file","name":"/bin/gone"}]}
        """
            .formatted("ab".repeat(32));
    Tree tree = system().file("sbom.json", sbom).file("bin/agent", "#!/bin/sh\n");
    SbomComparisonFacts facts = compared(tree);
    assertThat(facts.inside()).isEqualTo(2);
    assertThat(facts.listed()).isEqualTo(5);
    assertThat(facts.missing()).containsExactly("libssl3 3.0.15-1~deb12u1");
    assertThat(facts.wrongVersion())
        .containsExactly("curl 7.88.1-10 is listed as 7.88.1-9 (components[0])");
    assertThat(facts.extra())
        .containsExactly("wget 1.21 (components[1])", "/bin/gone (components[4])");
    assertThat(facts.wrongHash()).containsExactly("/bin/agent (components[3])");
    assertThat(facts.unseen()).containsExactly("our-app 4 (components[2])");
    assertThat(tree.only("sbom-comparison").evidence())
        .anySatisfy(
            each -> {
              assertThat(each.fact()).isEqualTo("missing[0]");
              assertThat(each.evidence().artifact()).isEqualTo("fw!/var/lib/dpkg/status");
            });
  }

  @Test
  void aListOfSourcesOrOfUpstreamVersionsIsUnderstood() {
    SbomComparisonFacts facts =
        compared(
            system()
                .file(
                    "sbom.json",
                    """
                    {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
                      {"type":"library","name":"curl","version":"7.88.1"},
                      {"type":"library","name":"openssl","version":"3.0.15","cpe":"cpe:2.3:a:openssl:openssl:3.0.15:*:*:*:*:*:*:*"}]}
                    """));
    assertThat(facts.missing()).isEmpty();
    assertThat(facts.wrongVersion()).isEmpty();
  }

  @Test
  void severalBillsOfMaterialsCountTogether() {
    SbomComparisonFacts facts =
        compared(
            system()
                .file("sbom-1.json", one("curl", "7.88.1-10"))
                .file("sbom-2.json", one("libssl3", "3.0.15-1~deb12u1")));
    assertThat(facts.missing()).isEmpty();
    assertThat(facts.listed()).isEqualTo(2);
  }

  private static String one(String name, String version) {
    return "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{\"type\":\"library\",\"name\":\""
        + name
        + "\",\"version\":\""
        + version
        + "\",\"purl\":\"pkg:deb/debian/"
        + name
        + "@"
        + version
        + "\"}]}";
  }

  @Test
  void recordsThatCannotBeUnderstoodAreRefusedWithPlaceAndCountAndLeaveWhatIsMissedOpen() {
    Tree tree =
        system()
            .file(
                "sbom.json",
                """
                {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
                  17,{"type":"library"},{"name":"x","purl":"curl@1"},
                  {"name":"curl","bom-ref":"c","version":"7.88.1-10","components":[null]}],
                 "dependencies":[{"ref":"c","dependsOn":["c","z"]},{"ref":"y"}]}
                """);
    SbomFacts facts = (SbomFacts) tree.only("sbom").facts();
    assertThat(facts.refusals()).isEqualTo(6);
    assertThat(facts.refused())
        .containsExactly(
            "components[0]: expected an object, found another value",
            "components[1]: expected a name, found none",
            "components[2]: expected a package URL, found `curl@1`",
            "components[3].components[0]: expected an object, found another value",
            "dependencies[0]: expected a reference of the document, found `z`",
            "dependencies[1]: expected a reference of the document, found `y`");
    assertThat(facts.components()).extracting(Listed::name).containsExactly("curl");
    Described comparison = tree.only("sbom-comparison");
    assertThat(comparison.unknown())
        .containsEntry("missing", "6 records of sbom.json cannot be understood");
  }

  @Test
  void aBadRecordOfAnSpdxDocumentIsRefusedWithItsPlaceAndTheRestIsRead() {
    Tree tree =
        system()
            .file(
                "sbom.spdx.json",
                """
                {"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","packages":[
                  {"SPDXID":"SPDXRef-curl","name":"curl","versionInfo":"7.88.1-10"},
                  [],
                  {"SPDXID":"SPDXRef-nameless","versionInfo":"1"},
                  {"SPDXID":"SPDXRef-y","name":"y","externalRefs":[
                    {"referenceType":"purl","referenceLocator":"../../etc/passwd"}]},
                  {"SPDXID":"SPDXRef-z","name":"zlib1g","versionInfo":"1.2.13"},
                  {"name":"anonymous"}],
                 "files":[{"SPDXID":"SPDXRef-f"},"./bin/agent"],
                 "relationships":[
                  {"spdxElementId":"SPDXRef-curl","relationshipType":"DEPENDS_ON","relatedSpdxElement":"SPDXRef-z"},
                  {"spdxElementId":"SPDXRef-ghost","relationshipType":"DEPENDS_ON","relatedSpdxElement":"SPDXRef-z"},
                  null]}
                """);
    SbomFacts facts = (SbomFacts) tree.only("sbom").facts();
    assertThat(facts.components())
        .extracting(Listed::name)
        .containsExactly("curl", "zlib1g", "anonymous");
    assertThat(facts.components()).extracting(Listed::related).containsExactly(true, true, false);
    assertThat(facts.refusals()).isEqualTo(7);
    assertThat(facts.refused())
        .containsExactly(
            "packages[1]: expected an object, found another value",
            "packages[2]: expected a name, found none",
            "packages[3]: expected a package URL, found `../../etc/passwd`",
            "files[0]: expected a name, found none",
            "files[1]: expected an object, found another value",
            "relationships[1]: expected a reference of the document, found `SPDXRef-ghost`",
            "relationships[2]: expected an object, found another value");
    assertThat(tree.only("sbom-comparison").unknown())
        .containsEntry("missing", "7 records of sbom.spdx.json cannot be understood");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"name\":\"a\"",
        "{\"bomFormat\":\"CycloneDX\",\"components\":{}}",
        "{\"bomFormat\":\"CycloneDX\",\"dependencies\":17}",
        "{\"spdxVersion\":\"SPDX-3.0\"}",
        "{\"spdxVersion\":\"SPDX-2.3\",\"packages\":\"x\"}",
        "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>",
        "<bom xmlns=\"http://example.org/cyclonedx\"/>",
        "<!DOCTYPE bom [<!ENTITY a \"b\">]><bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">&a;</bom>",
        "name: cyclonedx"
      })
  void whatCannotBeReadLeavesEverythingUnknown(String text) {
    Tree tree = system().file("sbom.json", text);
    assertThat(tree.only("sbom").unknown()).containsKeys("components", "refusals");
    assertThat(tree.only("sbom-comparison").unknown()).containsKeys("missing", "extra");
  }

  @Test
  void deepAndEndlessDocumentsAreRefusedAsAWhole() {
    Deque<String> deep = new ArrayDeque<>();
    deep.add("{\"bomFormat\":\"CycloneDX\",\"components\":" + "[".repeat(50_000));
    deep.add("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">" + "<components>".repeat(50_000));
    for (String each : deep) {
      assertThat(system().file("sbom.json", each).only("sbom").unknown()).containsKey("components");
    }
  }

  @Test
  void partsThatNeedEachOtherInACircleAreNoTrouble() {
    SbomFacts facts =
        sbom(
            "sbom.json",
            """
            {"bomFormat":"CycloneDX","specVersion":"1.6",
             "components":[{"name":"a","bom-ref":"a"},{"name":"b","bom-ref":"b"}],
             "dependencies":[{"ref":"a","dependsOn":["b"]},{"ref":"b","dependsOn":["a"]}]}
            """);
    assertThat(facts.refused()).isEmpty();
    assertThat(facts.components()).allMatch(Listed::related);
  }
}
