package dev.assay.cli.product;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Gets packages through the user's own clients into a cache, once. */
public final class PackageFetcher {
  private final Path cache;
  private final PrintStream messages;

  /**
   * @param cache directory that keeps what was fetched
   * @param messages takes one line per download
   */
  public PackageFetcher(Path cache, PrintStream messages) {
    this.cache = cache;
    this.messages = messages;
  }

  /** The file a purl names: the package, or the member its subpath names. */
  Path fetch(String text) throws BadProduct {
    Purl purl = Purl.parse(text);
    Path folder = cache.resolve("packages").resolve(key(text.replaceAll("#.*", "")));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadProduct("cannot write the cache " + folder + ": " + e.getMessage());
    }
    if (!purl.subpath().isEmpty()) {
      Optional<Path> member = Members.cached(folder, purl.subpath());
      if (member.isPresent()) {
        return member.get();
      }
    }
    Path file = file(purl, folder);
    if (purl.subpath().isEmpty()) {
      return file;
    }
    messages.println("assay: taking " + purl.subpath() + " out of " + file.getFileName());
    return Members.extract(file, purl.subpath(), folder);
  }

  private Path file(Purl purl, Path folder) throws BadProduct {
    Client client =
        switch (purl.type()) {
          case "deb" -> new AptClient(cache.resolve("apt"));
          case "npm" -> new NpmClient();
          case "maven" -> new MavenClient();
          default ->
              throw new BadProduct(
                  "packages of type `" + purl.type() + "` are not fetched; deb, npm and maven are");
        };
    Path downloads = folder.resolve("package");
    Optional<Path> before = Client.single(downloads);
    if (before.isPresent()) {
      return before.get();
    }
    messages.println("assay: fetching " + purl.name() + " with " + client.name());
    try {
      Files.createDirectories(downloads);
    } catch (IOException e) {
      throw new BadProduct("cannot write the cache " + downloads + ": " + e.getMessage());
    }
    client.fetch(purl, downloads);
    return Client.single(downloads)
        .orElseThrow(() -> new BadProduct(client.name() + " brought no file for " + purl.name()));
  }

  private static String key(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String hex =
          HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
      return text.replaceAll("[^A-Za-z0-9.@-]+", "_") + "-" + hex;
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
