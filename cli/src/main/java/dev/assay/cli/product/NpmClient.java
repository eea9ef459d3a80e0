package dev.assay.cli.product;

import java.nio.file.Path;
import java.util.List;

/** npm packages through {@code npm pack}, which runs none of their scripts. */
record NpmClient() implements Client {
  @Override
  public String name() {
    return "npm";
  }

  @Override
  public void fetch(Purl purl, Path folder) throws BadProduct {
    String scope = purl.namespace().isEmpty() ? "" : purl.namespace() + "/";
    String wanted = scope + purl.name() + (purl.version().isEmpty() ? "" : "@" + purl.version());
    Ended ended =
        Client.run(folder, List.of("npm", "pack", "--ignore-scripts", "--silent", wanted));
    if (ended.status() != 0) {
      throw new BadProduct("npm cannot get " + wanted + ": " + ended.reason());
    }
  }
}
