package dev.assay.cli;

import dev.assay.evidence.sign.KeyFiles;
import dev.assay.verify.attest.Algorithm;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay keygen}. */
@Command(
    name = "keygen",
    description =
        "Makes a key to sign bundles with: NAME.key, to be kept, and NAME.pub, for others.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class KeygenCommand implements Callable<Integer> {
  @Option(
      names = "--algorithm",
      paramLabel = "ed25519|p256",
      description = "Kind of key; default: ed25519.")
  private Algorithm algorithm = Algorithm.ED25519;

  @Option(
      names = "--out",
      paramLabel = "NAME",
      required = true,
      description = "Path of both files without their ending; nothing is overwritten.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    if (out.getFileName() == null || out.getFileName().toString().isEmpty()) {
      throw new UsageError("--out names a file, such as keys/maker");
    }
    try {
      String id = KeyFiles.generate(algorithm, out);
      System.out.println("wrote " + out + ".key (keep it secret) and " + out + ".pub, key " + id);
      return ExitStatus.APPROVED;
    } catch (FileAlreadyExistsException e) {
      throw new UsageError(e.getFile() + " exists and is not overwritten; choose another --out");
    } catch (IOException e) {
      throw new UsageError("cannot write " + out + ".key: " + e.getMessage());
    }
  }
}
