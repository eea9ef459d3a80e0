package dev.assay.inspect.cron;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.services.Concealed;
import dev.assay.inspect.services.Started;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import dev.assay.model.RiskSigns.Grant;
import dev.assay.model.RiskSigns.Privilege;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads crontab(5): the system's tables, which name a user for each job, and the tables of users.
 */
public final class CronTableInspector implements Inspector {
  public static final Kind<CronTableFacts> KIND =
      Kind.of("cron-table", CronTableFacts.class, "Table of timed jobs");

  private static final Pattern JOB =
      Pattern.compile("(@[a-z]+|(?:[0-9*/,A-Za-z-]+\\s+){4}[0-9*/,A-Za-z-]+)\\s+(\\S.*)");

  /** A value that {@link Concealed} masked behind an equals sign, a colon or an option. */
  private static final Pattern SECRET = Pattern.compile("[=:]\\s*…|\\s--?\\S+ …");

  private static final Pattern USER_FIRST = Pattern.compile("^(\\S++)\\s++(\\S.*)");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of(
        "etc/crontab",
        "etc/cron.d/*",
        "var/spool/cron/*",
        "var/spool/cron/crontabs/*",
        "etc/crontabs/*");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    root.file("etc/crontab").ifPresent(file -> describe(root, file, Optional.empty(), findings));
    root.files("etc/cron.d/*").stream()
        .filter(file -> !file.node().name().contains("."))
        .forEach(file -> describe(root, file, Optional.empty(), findings));
    Stream.of("var/spool/cron/*", "var/spool/cron/crontabs/*", "etc/crontabs/*")
        .flatMap(pattern -> root.files(pattern).stream())
        .filter(file -> !file.node().name().contains("."))
        .forEach(file -> describe(root, file, Optional.of(file.node().name()), findings));
  }

  /**
   * @param owner whose table it is; empty where each job names its user
   */
  private static void describe(
      Root root, SourceFile file, Optional<String> owner, Findings findings) {
    Draft draft = findings.component(KIND, file.path(), file.node().inRoot());
    List<CronTableFacts.Job> jobs = new ArrayList<>();
    for (Line line : file.lines()) {
      Matcher matcher = JOB.matcher(line.text().strip());
      if (!line.text().strip().startsWith("#") && matcher.matches()) {
        Matcher userFirst = USER_FIRST.matcher(matcher.group(2));
        Optional<CronTableFacts.Job> job =
            owner.isPresent()
                ? Optional.of(job(root, owner.get(), matcher.group(1), matcher.group(2)))
                : userFirst.matches()
                    ? Optional.of(
                        job(root, userFirst.group(1), matcher.group(1), userFirst.group(2)))
                    : Optional.empty();
        job.ifPresent(
            each -> {
              draft.seen(
                  "jobs[" + jobs.size() + "]",
                  Evidence.line(file.path(), line.number(), each.user() + ": " + each.command()));
              jobs.add(each);
            });
      }
    }
    draft
        .seen("worldWritable", file.whole("mode " + Integer.toOctalString(file.node().mode())))
        .seen("jobs", file.whole(jobs.size() + " jobs"))
        .signs(signs(root, jobs))
        .facts(new CronTableFacts((file.node().mode() & 2) != 0, jobs));
  }

  private static CronTableFacts.Job job(Root root, String user, String schedule, String command) {
    String shown = Concealed.of(command);
    boolean writable =
        Stream.of(command.split("[\\s;&|\"'()<>]+"))
            .filter(word -> word.startsWith("/"))
            .flatMap(word -> root.node(word).stream())
            .anyMatch(node -> node.isFile() && (node.mode() & 2) != 0);
    return new CronTableFacts.Job(
        user,
        schedule,
        shown,
        command.strip().split("\\s+", 2)[0],
        writable,
        !shown.equals(command) && SECRET.matcher(shown).find());
  }

  private static RiskSigns signs(Root root, List<CronTableFacts.Job> jobs) {
    boolean ofRoot = jobs.stream().anyMatch(job -> job.user().equals("root"));
    List<Grant> grants =
        jobs.stream()
            .flatMap(
                job ->
                    Started.by(job.command(), root).stream()
                        .map(
                            path ->
                                new Grant(
                                    "path:" + path,
                                    Optional.empty(),
                                    Optional.of(
                                        job.user().equals("root")
                                            ? Privilege.FULL
                                            : Privilege.SERVICE),
                                    "a timed job runs it as " + job.user())))
            .distinct()
            .toList();
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.NONE, "started by time")
        .withSurface(jobs.size(), jobs.size(), jobs.size() + " jobs")
        .withMemoryUnsafe(false, "configuration")
        .withParsesInput(false, "configuration")
        .withPrivilege(
            ofRoot ? Privilege.FULL : Privilege.SERVICE,
            ofRoot ? "has jobs of root" : "has no jobs of root")
        .withGrants(grants);
  }
}
