package dev.assay.cli;

import dev.assay.feed.source.BadSource;
import dev.assay.feed.source.LeftOut;
import dev.assay.feed.source.Refusal;
import dev.assay.feed.source.Sources;
import dev.assay.feed.source.Tally;
import dev.assay.feed.store.BadFeed;
import dev.assay.feed.store.Feed;
import dev.assay.feed.store.FeedSource;
import dev.assay.feed.store.FeedWriter;
import dev.assay.report.Plain;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay feed}. */
@Command(
    name = "feed",
    description =
        "Keeps what is publicly known about vulnerabilities in one file, for evaluations without a network.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = picocli.CommandLine.HelpCommand.class)
final class FeedCommand {
  /** Refused records that are told one by one; the feed lists more. */
  private static final int TOLD = 10;

  @Command(
      name = "import",
      description = {
        "Turns vulnerability data into a feed file.",
        "A source is a file, a gzip or zip archive, or a folder of them: NVD JSON 2.0 (pages or yearly files), OSV,"
            + " the Debian security tracker's JSON, Alpine secdb, CISA KEV, EPSS CSV, CSAF 2.0. Its kind is told by its content."
      },
      mixinStandardHelpOptions = true)
  int load(
      @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "File or folder.")
          List<Path> sources,
      @Option(names = "--out", required = true, paramLabel = "FILE", description = "The feed file.")
          Path out,
      @Option(
              names = "--as-of",
              paramLabel = "DATE",
              description = "Day the sources stand for; default: the newest day in them.")
          @Nullable LocalDate day) {
    try (FeedWriter writer = new FeedWriter(target(out))) {
      Sources reading = new Sources(writer);
      // The order in which sources are named is no part of the result.
      for (Path source : sources.stream().sorted().distinct().toList()) {
        reading.read(source);
      }
      if (reading.tallies().values().stream().allMatch(tally -> tally.accepted() == 0)) {
        throw new UsageError(nothing(reading));
      }
      writer.write(
          day == null ? "" : day.toString(), reading.tallies().values(), reading.leftOut());
      reading.tallies().values().forEach(FeedCommand::tellRefused);
      tellLeftOut(reading.leftOut(), System.err, TOLD);
    } catch (BadSource e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()) + "; no feed was written");
    } catch (NoSuchFileException e) {
      throw new UsageError("no file or folder `" + e.getFile() + "`");
    } catch (IOException e) {
      throw new UsageError("cannot make " + out + ": " + e.getMessage());
    }
    return status(out);
  }

  @Command(
      name = "status",
      description = "Says what a feed file holds, how old it is and what was refused.",
      mixinStandardHelpOptions = true)
  int status(@Parameters(paramLabel = "FILE", description = "The feed file.") Path file) {
    try (Feed feed = Feed.open(file)) {
      field("Digest", feed.digest());
      field("Day", feed.about().day().isEmpty() ? "unknown" : feed.about().day());
      field("Size", feed.size() + " bytes");
      field("Flaws", Long.toString(feed.flaws()));
      field("Products", Long.toString(feed.products()));
      for (FeedSource source : feed.about().sources()) {
        System.out.println(
            String.format(
                Locale.ROOT,
                "%-24s %8d records (%d in part), %d withdrawn, %d refused, newest %s",
                source.kind().title(),
                source.accepted(),
                source.partial(),
                source.withdrawn(),
                source.refused(),
                source.newest().isEmpty() ? "unknown" : source.newest()));
        source.refusals().stream()
            .map(Refusal::toString)
            .forEach(refusal -> System.out.println("  " + Plain.line(refusal)));
      }
      tellLeftOut(feed.about().leftOut(), System.out, LeftOut.MOST_LISTED);
      return ExitStatus.APPROVED;
    } catch (NoSuchFileException e) {
      throw new UsageError("no feed `" + e.getFile() + "`; `assay feed import` makes one");
    } catch (IOException | BadFeed e) {
      throw new UsageError(file + ": " + e.getMessage());
    }
  }

  private static Path target(Path out) {
    Path parent = out.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent) || Files.isDirectory(out)) {
      throw new UsageError("cannot write " + out + ": expected a file in a folder that exists");
    }
    return out;
  }

  private static String nothing(Sources reading) {
    String first =
        reading.tallies().values().stream()
            .flatMap(tally -> tally.refusals().stream())
            .findFirst()
            .map(refusal -> ", the first because of this: " + refusal)
            .orElse("");
    return "expected vulnerability records, found none that can be taken" + first;
  }

  private static void tellRefused(Tally tally) {
    if (tally.refused() + tally.partial() == 0) {
      return;
    }
    System.err.println(
        tally.kind().title()
            + ": "
            + Plain.count(tally.refused(), "record", "records")
            + " refused, "
            + tally.partial()
            + " taken in part");
    tally.refusals().stream()
        .limit(TOLD)
        .forEach(refusal -> System.err.println("  " + Plain.line(refusal.toString())));
  }

  private static void tellLeftOut(LeftOut files, PrintStream out, int most) {
    if (files.count() > 0) {
      out.println(
          Plain.count(files.count(), "file", "files") + " without vulnerability data left out");
      files.names().stream().limit(most).forEach(name -> out.println("  " + Plain.line(name)));
    }
  }

  private static void field(String name, String text) {
    System.out.println(String.format(Locale.ROOT, "%-9s %s", name, text));
  }
}
