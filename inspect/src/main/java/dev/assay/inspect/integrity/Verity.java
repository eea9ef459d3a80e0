package dev.assay.inspect.integrity;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.boot.CommandLine;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Volumes of dm-verity that the command line, veritytab or fstab set up. */
final class Verity {
  static final List<String> READS = List.of("etc/veritytab", "etc/fstab");

  private static final int MOST = 64;

  /** Documentation/admin-guide/device-mapper/dm-init.rst. */
  private static final Pattern CREATE =
      Pattern.compile("dm-mod\\.create=(?:\"([^\"]{1,4000})\"|'([^']{1,4000})'|(\\S{1,4000}))");

  /** {@code 0 N verity 1 DATA HASH BLOCK BLOCK N START ALGORITHM DIGEST SALT OPTIONS}. */
  private static final Pattern TABLE =
      Pattern.compile(
          "([^,]*),[^,]*,[^,]*,([^,]*),.*?\\bverity \\S+ \\S+ \\S+ \\S+ \\S+ \\S+ \\S+ (\\S+) \\S+ \\S+(.*)");

  private final List<CommandLine> lines;
  private final Findings findings;
  private int found;

  Verity(List<CommandLine> lines, Findings findings) {
    this.lines = lines;
    this.findings = findings;
  }

  void report(Root root) {
    lines.forEach(this::created);
    lines.forEach(this::hashed);
    root.file("etc/veritytab").ifPresent(this::table);
    root.file("etc/fstab").ifPresent(this::mounts);
  }

  private void created(CommandLine line) {
    Matcher create = CREATE.matcher(line.line());
    while (create.find()) {
      String all = create.group().substring("dm-mod.create=".length()).replaceAll("[\"']", "");
      for (String device : all.split(";")) {
        Matcher table = TABLE.matcher(device.strip());
        if (table.matches()) {
          boolean bypassed =
              line.values("root").stream()
                  .anyMatch(root -> !root.matches("/dev/(dm-|mapper/).*|25[2-4]:\\d+"));
          VerityOptions options = VerityOptions.of(table.group(4));
          add(
              line.where(),
              line.at(),
              new VerifiedVolumeFacts(
                  "dm-mod.create",
                  table.group(1),
                  table.group(3),
                  options.signed(),
                  options.onCorruption(),
                  options.once(),
                  table.group(2).strip().equals("ro"),
                  false,
                  bypassed));
        }
      }
    }
  }

  /** {@code roothash=} and {@code usrhash=}, systemd-veritysetup-generator(8). */
  private void hashed(CommandLine line) {
    for (String name : List.of("root", "usr")) {
      if (!line.values(name + "hash").isEmpty()) {
        VerityOptions options =
            VerityOptions.of(String.join(",", line.values("systemd.verity_" + name + "_options")));
        boolean bypassed =
            name.equals("root")
                && line.values("root").stream().anyMatch(root -> !root.equals("/dev/mapper/root"));
        add(
            line.where(),
            line.at(),
            new VerifiedVolumeFacts(
                "roothash",
                name,
                options.algorithm("sha256"),
                options.signed(),
                options.onCorruption(),
                options.once(),
                true,
                off(line),
                bypassed));
      }
    }
  }

  private void table(SourceFile file) {
    for (Line line : file.lines()) {
      String[] fields = line.text().strip().split("\\s+");
      if (fields.length >= 4 && !fields[0].startsWith("#")) {
        VerityOptions options = VerityOptions.of(fields.length > 4 ? fields[4] : "");
        add(
            file.path(),
            file.at(line),
            new VerifiedVolumeFacts(
                "veritytab",
                fields[0],
                options.algorithm("sha256"),
                options.signed(),
                options.onCorruption(),
                options.once(),
                true,
                lines.stream().anyMatch(Verity::off),
                false));
      }
    }
  }

  private void mounts(SourceFile file) {
    for (Line line : file.lines()) {
      String[] fields = line.text().strip().split("\\s+");
      boolean verity = fields.length >= 4 && fields[3].contains("verity.roothash");
      if (verity && !fields[0].startsWith("#")) {
        VerityOptions options = VerityOptions.of(fields[3]);
        add(
            file.path(),
            file.at(line),
            new VerifiedVolumeFacts(
                "fstab",
                fields[1],
                "sha256",
                options.signed(),
                options.onCorruption(),
                options.once(),
                true,
                false,
                false));
      }
    }
  }

  private static boolean off(CommandLine line) {
    return line.arguments().stream()
        .anyMatch(each -> each.matches("(rd\\.)?systemd\\.verity=(0|no|off|false)"));
  }

  private void add(String where, Evidence at, VerifiedVolumeFacts facts) {
    if (++found > MOST) {
      if (found == MOST + 1) {
        int part = where.lastIndexOf('#');
        findings.more(
            IntegrityInspector.VOLUME,
            part < 0 ? where : where.substring(0, part),
            "more than " + MOST + " volumes");
      }
      return;
    }
    String separator = where.indexOf('#') < 0 ? "#" : ".";
    Draft draft =
        findings.component(
            IntegrityInspector.VOLUME,
            where + separator + found,
            "verified volume " + facts.name());
    for (String fact :
        List.of(
            "algorithm", "signed", "onCorruption", "once", "readOnly", "switchedOff", "bypassed")) {
      draft.seen(fact, at);
    }
    draft.signs(IntegrityInspector.signs(1)).facts(facts);
  }
}
