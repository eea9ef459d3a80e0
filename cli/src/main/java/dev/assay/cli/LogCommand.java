package dev.assay.cli;

import dev.assay.evidence.log.LogWriter;
import dev.assay.evidence.sign.KeyFiles;
import dev.assay.verify.attest.BadKey;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.SmallFile;
import dev.assay.verify.bundle.Unreadable;
import dev.assay.verify.log.Entry;
import dev.assay.verify.log.LogFolder;
import dev.assay.verify.log.LogProof;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay log}. */
@Command(
    name = "log",
    description =
        "Keeps an append-only log of attestations that other tools can read (C2SP tlog-tiles).",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = picocli.CommandLine.HelpCommand.class)
final class LogCommand {
  private interface Work {
    void run() throws Damaged, Unreadable, IOException, BadKey;
  }

  /** What is damaged is exit status 1, what cannot be read or written 2. */
  private static int done(Work work) {
    try {
      work.run();
      return ExitStatus.APPROVED;
    } catch (Damaged e) {
      System.out.println(e.getMessage());
      System.out.println("NOT VERIFIED");
      return ExitStatus.REJECTED;
    } catch (FileAlreadyExistsException e) {
      throw new UsageError(e.getFile() + " exists already and is not overwritten");
    } catch (NoSuchFileException e) {
      throw new UsageError("no file " + e.getFile());
    } catch (Unreadable | BadKey | IOException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  @Command(name = "init", description = "Begins an empty log.", mixinStandardHelpOptions = true)
  int init(
      @Parameters(paramLabel = "DIR", description = "Folder of the log.") Path folder,
      @Option(
              names = "--origin",
              required = true,
              paramLabel = "NAME",
              description = "Name of the log, such as lab.example/evaluations.")
          String origin,
      @Option(
              names = "--key",
              required = true,
              paramLabel = "KEY",
              description = "Its Ed25519 key.")
          Path key) {
    return done(
        () -> {
          LogWriter.init(folder, origin, KeyFiles.read(key));
          System.out.println("began log " + origin + " in " + folder);
        });
  }

  @Command(
      name = "append",
      description = "Appends a bundle's attestation, after checking the whole log.",
      mixinStandardHelpOptions = true)
  int append(
      @Parameters(paramLabel = "DIR", description = "Folder of the log.") Path folder,
      @Parameters(paramLabel = "BUNDLE", description = "Signed bundle.") Path bundle,
      @Option(names = "--key", required = true, paramLabel = "KEY", description = "The log's key.")
          Path key) {
    return done(
        () ->
            System.out.println(
                "entry " + LogWriter.append(folder, entry(bundle), KeyFiles.read(key))));
  }

  @Command(
      name = "prove",
      description = "Writes a proof that a bundle's attestation is in the log, for use without it.",
      mixinStandardHelpOptions = true)
  int prove(
      @Parameters(paramLabel = "DIR", description = "Folder of the log.") Path folder,
      @Parameters(paramLabel = "BUNDLE", description = "Signed bundle.") Path bundle,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "F.tlog-proof",
              description = "File to write; not overwritten.")
          Path out) {
    return done(
        () -> {
          LogProof proof = LogFolder.read(folder).proof(entry(bundle));
          Files.write(out, proof.bytes(), StandardOpenOption.CREATE_NEW);
          System.out.println("entry " + proof.index() + " proven in " + out);
        });
  }

  @Command(
      name = "cosign",
      description = "Signs the log's checkpoint as a witness, after checking that it only grew.",
      mixinStandardHelpOptions = true)
  int cosign(
      @Parameters(paramLabel = "DIR", description = "Folder of the log.") Path folder,
      @Option(names = "--key", required = true, paramLabel = "KEY", description = "Ed25519 key.")
          Path key,
      @Option(
              names = "--name",
              required = true,
              paramLabel = "NAME",
              description = "Name of the witness, such as agency.example/witness.")
          String name,
      @Option(names = "--since", paramLabel = "FILE", description = SINCE) @Nullable Path since,
      @Mixin TrustOptions trust) {
    return done(
        () -> {
          new LogChecking(trust).log(folder, since).forEach(System.out::println);
          LogWriter.cosign(folder, name, Instant.now().getEpochSecond(), KeyFiles.read(key));
          System.out.println("cosigned as " + name);
        });
  }

  @Command(
      name = "check",
      description = "Checks a whole log, or a proof out of one.",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(
              index = "0",
              paramLabel = "DIR|F.tlog-proof",
              description = "Folder of the log, or a proof.")
          Path log,
      @Parameters(
              index = "1",
              arity = "0..1",
              paramLabel = "BUNDLE",
              description = "Bundle whose attestation is to be in the log.")
          @Nullable Path bundle,
      @Option(names = "--since", paramLabel = "FILE", description = SINCE) @Nullable Path since,
      @Mixin TrustOptions trust) {
    return done(
        () -> {
          LogChecking checking = new LogChecking(trust);
          if (Files.isRegularFile(log)) {
            if (bundle == null || since != null) {
              throw new Unreadable(
                  "a proof is checked with the BUNDLE it is about, without --since");
            }
            checking.proof(log, entry(bundle)).forEach(System.out::println);
          } else {
            checking.log(log, since).forEach(System.out::println);
            if (bundle != null) {
              System.out.println("entry " + LogFolder.read(log).proof(entry(bundle)).index());
            }
          }
        });
  }

  private static final String SINCE =
      "A checkpoint kept from before: the log must have grown out of it.";

  private static byte[] entry(Path bundle) throws Damaged, IOException {
    return SmallFile.read(bundle.resolve(BundleFiles.ATTESTATION), Entry.MAX);
  }
}
