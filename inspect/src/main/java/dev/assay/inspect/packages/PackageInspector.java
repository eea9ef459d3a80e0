package dev.assay.inspect.packages;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Installed packages, the databases that list them, and the operating system they make up. */
public final class PackageInspector implements Inspector {
  public static final Kind<PackageFacts> PACKAGE =
      Kind.of("package", PackageFacts.class, "Installed package");
  public static final Kind<PackageSetFacts> PACKAGE_SET =
      Kind.of("package-set", PackageSetFacts.class, "Package database");
  public static final Kind<OperatingSystemFacts> OPERATING_SYSTEM =
      Kind.of("operating-system", OperatingSystemFacts.class, "Operating system");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(PACKAGE, PACKAGE_SET, OPERATING_SYSTEM);
  }

  @Override
  public List<String> reads() {
    List<String> files = new ArrayList<>(DpkgDatabase.FILES);
    files.addAll(ApkDatabase.FILES);
    files.addAll(List.of("etc/os-release", "usr/lib/os-release", "etc/openwrt_release"));
    return files;
  }

  @Override
  public void inspect(Root root, Findings findings) {
    Optional<OsRelease> release = OsRelease.of(root);
    release.ifPresent(os -> operatingSystem(os, findings));
    PackageUrls urls = PackageUrls.of(root);

    InstalledPackages packages = InstalledPackages.of(root);
    List<Installed> installed = Relations.resolved(packages.all());

    Set<String> ids = new HashSet<>();
    for (Installed each : installed) {
      String where = each.database() + "#" + each.facts().name();
      String id = ids.add(where) ? where : where + "=" + each.facts().version();
      if (id.equals(where) || ids.add(id)) {
        describe(each, id, urls, findings);
      }
    }
    Map<String, List<Installed>> databases =
        installed.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.facts().manager(), TreeMap::new, Collectors.toList()));
    Set<String> complete = complete(root);
    databases.forEach((manager, listed) -> set(manager, listed, complete, findings));
    RpmDatabase.Read rpm = packages.rpm();
    rpm.failure().ifPresent(why -> unreadable(rpm, why, findings));
  }

  private static void describe(Installed each, String id, PackageUrls urls, Findings findings) {
    PackageFacts facts = each.facts();
    Set<String> contains =
        facts.files().stream().map(path -> "path:" + path).collect(Collectors.toSet());
    RiskSigns signs =
        RiskSigns.UNKNOWN
            .withSurface(0, facts.files().size(), "files of the package")
            .withMemoryUnsafe(false, "counted at its programs")
            .withParsesInput(false, "counted at its programs")
            .withExposure(RiskSigns.Exposure.NONE, "counted at its programs")
            .withPrivilege(RiskSigns.Privilege.USER, "counted at its programs")
            .withLinks(Set.of("pkg:" + facts.name()), Set.of(), contains);
    findings
        .component(PACKAGE, id, facts.name())
        .version(facts.version())
        .purl(urls.of(each))
        .cpe(SourceNames.cpe(each))
        .artifact(each.database())
        .seen("name", each.evidence())
        .seen("version", each.evidence())
        .seen("status", each.evidence())
        .seen("section", each.evidence())
        .seen("maintainer", each.evidence())
        .seen("licenses", each.licensed())
        .seen("dependsOn", each.evidence())
        .signs(signs)
        .facts(facts);
  }

  /**
   * The states in which nothing of a package is left to do. The Debian installer's own manager,
   * udpkg, sets a package up when the user comes to its menu item, if at all.
   */
  private static Set<String> complete(Root root) {
    return root.exists("usr/bin/udpkg") ? Set.of("installed", "unpacked") : Set.of("installed");
  }

  private static void set(
      String manager, List<Installed> packages, Set<String> complete, Findings findings) {
    Map<String, Set<String>> versions = new TreeMap<>();
    packages.forEach(
        each ->
            versions
                .computeIfAbsent(each.facts().name(), k -> new HashSet<>())
                .add(each.facts().version()));
    Draft draft =
        findings
            .component(PACKAGE_SET, packages.getFirst().database(), manager + " packages")
            .signs(inert());
    packages.stream()
        .filter(each -> !complete.contains(each.facts().status()))
        .limit(20)
        .forEach(each -> draft.seen("incomplete", each.evidence()));
    draft.facts(
        new PackageSetFacts(
            manager,
            List.copyOf(versions.keySet()),
            packages.stream()
                .filter(each -> !complete.contains(each.facts().status()))
                .map(each -> each.facts().name())
                .sorted()
                .toList(),
            versions.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList()));
  }

  private static void unreadable(RpmDatabase.Read rpm, String why, Findings findings) {
    findings
        .component(PACKAGE_SET, rpm.path() + "#unreadable", "rpm packages")
        .unknown("packages", why)
        .unknown("incomplete", why)
        .unknown("duplicated", why)
        .facts(new PackageSetFacts("rpm", List.of(), List.of(), List.of()));
  }

  private static void operatingSystem(OsRelease os, Findings findings) {
    Draft draft =
        findings
            .component(
                OPERATING_SYSTEM,
                os.file().path(),
                os.get("NAME").isEmpty() ? os.get("ID") : os.get("NAME"))
            .version(os.get("VERSION_ID"))
            .purl(SystemNames.purl(os))
            .cpe(SystemNames.cpe(os))
            .signs(inert());
    os.lines()
        .forEach(
            (key, line) -> {
              switch (key) {
                case "ID" -> draft.seen("id", os.file().at(line));
                case "VERSION_ID" -> draft.seen("versionId", os.file().at(line));
                case "SUPPORT_END" -> draft.seen("supportEnd", os.file().at(line));
                default -> {}
              }
            });
    draft.seen("updateContact", os.file().whole("os-release of " + os.get("ID")));
    draft.seen("supportEnd", os.file().whole("os-release of " + os.get("ID")));
    draft.facts(
        new OperatingSystemFacts(
            os.get("ID"),
            os.get("VERSION_ID"),
            os.get("VERSION_CODENAME"),
            os.get("PRETTY_NAME"),
            os.get("SUPPORT_END"),
            os.get("BUG_REPORT_URL").isEmpty() ? os.get("SUPPORT_URL") : os.get("BUG_REPORT_URL")));
  }

  /** A list: nothing runs it. */
  private static RiskSigns inert() {
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.NONE, "a list, not a program")
        .withSurface(0, 0, "a list, not a program")
        .withMemoryUnsafe(false, "a list, not a program")
        .withParsesInput(false, "a list, not a program")
        .withPrivilege(RiskSigns.Privilege.SERVICE, "decides what is updated");
  }
}
