package dev.assay.cli;

import dev.assay.evidence.sign.KeyFiles;
import dev.assay.verify.attest.Algorithm;
import dev.assay.verify.attest.BadKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay keygen}. */
@Command(
    name = "keygen",
    description =
        "Makes a key to sign bundles with: NAME.key, to be kept, and NAME.pub, for others; or a key that never leaves its token.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class KeygenCommand implements Callable<Integer> {
  @Option(
      names = "--algorithm",
      paramLabel = "ed25519|p256",
      description = "Kind of key; default: ed25519.")
  private Algorithm algorithm = Algorithm.ED25519;

  @ArgGroup(multiplicity = "1")
  private Place place = new Place();

  /** Where the private half is to be. */
  private static final class Place {
    @Option(
        names = "--out",
        paramLabel = "NAME",
        description = "Path of both files without their ending; nothing is overwritten.")
    private @Nullable Path out;

    @Option(
        names = "--token",
        paramLabel = "NAME.pkcs11",
        description =
            "A P-256 key in the PKCS#11 token that the file describes: module, slot, alias, and pin, a file. NAME.pub is written beside it.")
    private @Nullable Path token;
  }

  @Override
  public Integer call() {
    return place.token != null
        ? inToken(place.token)
        : inFiles(Objects.requireNonNullElse(place.out, Path.of("")));
  }

  private static Integer inToken(Path token) {
    try {
      System.out.println("made key " + KeyFiles.generateInToken(token) + " in the token");
      return ExitStatus.APPROVED;
    } catch (FileAlreadyExistsException e) {
      throw new UsageError(e.getFile() + " exists and is not overwritten; choose another name");
    } catch (BadKey e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UsageError("cannot write the public half of " + token + ": " + e.getMessage());
    }
  }

  private Integer inFiles(Path out) {
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
