package dev.assay.feed.source;

import dev.assay.feed.Range;
import dev.assay.feed.Releases;
import dev.assay.feed.SourceKind;
import dev.assay.feed.Statement;
import dev.assay.feed.Status;
import dev.assay.feed.Subject;
import dev.assay.feed.Vulnerability;
import dev.assay.feed.version.VersionScheme;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Alpine's secdb, one file a branch and repository: {@code {distroversion, reponame, packages:
 * [{pkg: {name, secfixes: {version: [ids]}}}]}}. Each version is the first without the flaws beside
 * it; version 0 means never affected. Only what was fixed is listed: silence is no statement.
 */
final class AlpineReader implements SourceReader {
  @Override
  public SourceKind kind() {
    return SourceKind.ALPINE;
  }

  @Override
  public void read(InputStream in, Session session) throws IOException {
    String branch = "";
    boolean found = false;
    try (JsonStream json = new JsonStream(in, Set.of())) {
      json.enterObject();
      while (json.nextField()) {
        switch (json.name()) {
          case "distroversion" -> branch = Records.text(json);
          case "packages" -> {
            found = true;
            if (branch.isEmpty()) {
              throw new IOException("expected `distroversion` before `packages`, found none");
            }
            String release = Releases.normal("alpine", branch);
            if (!json.enterArray()) {
              throw new IOException("expected an array in `packages`");
            }
            while (json.nextElement()) {
              session.record(batch -> record(release, Records.fields(json), batch));
            }
          }
          default -> json.skip();
        }
      }
      json.end();
    }
    if (!found) {
      throw new IOException("expected a field `packages`, found none");
    }
  }

  private static void record(String release, Json.Fields record, Batch batch) {
    Json.Fields pkg = record.object("pkg");
    String name = Texts.word("package name", pkg.need("name"));
    batch.named(name);
    for (Map.Entry<String, Json> fix : pkg.object("secfixes").values().entrySet()) {
      String version = fix.getKey();
      if (!VersionScheme.APK.understands(version)) {
        throw new Unexpected("expected an apk version, found `" + Texts.shown(version) + "`");
      }
      for (String line : new Json.Fields(Map.of("ids", fix.getValue())).texts("ids")) {
        add(batch, name, release, version, line);
      }
    }
  }

  /** A line is an id, at times with further ids of the same flaw behind it. */
  private static void add(Batch batch, String name, String release, String version, String line) {
    List<String> ids = List.of(line.strip().split("\\s+"));
    String id = Texts.id(ids.getFirst());
    List<String> aliases =
        ids.stream().skip(1).filter(alias -> alias.matches("[A-Z]+-[0-9A-Za-z-]+")).toList();
    boolean never = version.equals("0");
    Statement every =
        Statement.of(
                Subject.ofPackage("apk", "alpine", name),
                id,
                SourceKind.ALPINE,
                never ? Status.NOT_AFFECTED : Status.AFFECTED,
                VersionScheme.APK)
            .inRelease(release);
    batch.add(never ? every : every.covering(List.of(Range.before(version)), List.of()));
    Vulnerability named = Vulnerability.named(id, SourceKind.ALPINE);
    batch.add(
        new Vulnerability(id, named.source(), "", "", aliases, List.of(), "", -1, -1, List.of()));
  }
}
