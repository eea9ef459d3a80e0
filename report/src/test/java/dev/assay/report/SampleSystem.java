package dev.assay.report;

import dev.assay.model.Artifact;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import dev.assay.model.Flaw;
import dev.assay.model.Gate;
import dev.assay.model.Owner;
import dev.assay.model.Product;
import dev.assay.model.RiskSigns;
import dev.assay.model.Waived;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An invented system of packages, programs and libraries. */
final class SampleSystem {
  static final String DATABASE = "disk.img!/var/lib/dpkg/status";
  static final String CURL = "package:" + DATABASE + "#curl";
  static final String LIBC = "package:" + DATABASE + "#libc6";
  static final String PROGRAM = "executable:disk.img!/usr/bin/curl";
  static final String LIBRARY = "library:disk.img!/usr/lib/libcurl.so.4";

  record Packaged(String maintainer, List<String> licenses, List<String> dependsOn) {}

  record Declared(String license) {}

  record Program(boolean pie) {}

  private SampleSystem() {}

  static Evaluation of() {
    return of(List.of(), List.of());
  }

  static Evaluation of(List<Flaw> flaws, List<Waived> waived) {
    List<Described> components = new ArrayList<>();
    components.add(
        described(
            new Component(
                CURL,
                "package",
                "curl",
                "7.88.1-10",
                "pkg:deb/debian/curl@7.88.1-10?arch=arm64",
                "cpe:2.3:a:haxx:curl:7.88.1:*:*:*:*:*:*:*",
                List.of(DATABASE)),
            new Packaged(
                "Alessandro <a@example.org>",
                List.of("curl", "BSD-3-clause or GPL-2+"),
                List.of("libc6", "gone")),
            Set.of("pkg:curl"),
            Set.of()));
    components.add(
        described(
            new Component(
                LIBC,
                "package",
                "libc6",
                "2.36-9",
                "pkg:deb/debian/libc6@2.36-9",
                "",
                List.of(DATABASE)),
            new Packaged("", List.of("LGPL-2.1-or-later", "MIT OR Apache-2.0"), List.of()),
            Set.of("pkg:libc6"),
            Set.of()));
    components.add(
        described(
            new Component(PROGRAM, "executable", "curl", "", "", "", paths(PROGRAM)),
            new Program(true),
            Set.of("path:/usr/bin/curl"),
            Set.of("so:libcurl.so.4", "so:libgone.so.1")));
    components.add(
        described(
            new Component(LIBRARY, "library", "libcurl.so.4", "", "", "", paths(LIBRARY)),
            new Program(true),
            Set.of("so:libcurl.so.4"),
            Set.of()));
    components.add(
        described(
            new Component(
                "dependency:disk.img!/#npm/left-pad@1.3.0",
                "dependency",
                "left-pad",
                "1.3.0",
                "pkg:npm/left-pad@1.3.0",
                "",
                List.of("disk.img!/opt/node_modules/left-pad/package.json")),
            new Declared("WTFPL"),
            Set.of(),
            Set.of()));
    return new Evaluation(
        "0.1.0",
        new Product("Box", "2.1", List.of(new Product.Image("disk.img", "ab".repeat(32), 1000))),
        "linux-device",
        "cd".repeat(32),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            artifact("disk.img", "ab"),
            artifact(DATABASE, "01"),
            artifact(paths(PROGRAM).getFirst(), "02"),
            artifact(paths(LIBRARY).getFirst(), "03")),
        components,
        List.of(),
        List.of(),
        List.of(),
        waived,
        flaws,
        "2026-11-23",
        new Gate(Gate.Decision.APPROVED, "default", List.of()));
  }

  private static List<String> paths(String id) {
    return List.of(id.substring(id.indexOf(':') + 1));
  }

  private static Described described(
      Component component, Record facts, Set<String> provides, Set<String> uses) {
    return new Described(
        component,
        facts,
        List.of(),
        Map.of(),
        RiskSigns.UNKNOWN.withLinks(provides, uses, Set.of()));
  }

  private static Artifact artifact(String path, String octet) {
    return new Artifact(path, octet.repeat(32), 100, "text/plain", 0644, Owner.ROOT, "", List.of());
  }
}
