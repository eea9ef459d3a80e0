package dev.assay.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay sign}. */
@Command(
    name = "sign",
    description =
        "Signs a bundle, or adds a signature to those it has, after checking that it is whole.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SignCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BUNDLE", description = "Folder of the bundle.")
  private Path bundle = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      required = true,
      description = "Private key that `assay keygen` or openssl made, its public half beside it.")
  private Path key = Path.of("");

  @Override
  public Integer call() {
    Signer signer = Signer.with(key);
    List<String> refused = signer.sign(bundle);
    refused.forEach(System.out::println);
    System.out.println(
        refused.isEmpty()
            ? "signed " + bundle + " with key " + signer.keyId()
            : "NOT SIGNED: the bundle was changed or is incomplete");
    return refused.isEmpty() ? ExitStatus.APPROVED : ExitStatus.REJECTED;
  }
}
