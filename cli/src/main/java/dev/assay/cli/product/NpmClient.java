package dev.assay.cli.product;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** npm packages through {@code npm pack}, which runs none of their scripts. */
record NpmClient() implements Client {
  /** Behind a code and a word for it: {@code npm error notarget No matching version found …}. */
  private static final Pattern SAYS =
      Pattern.compile("^npm (?:error|ERR!) (?!code )(?:[a-z0-9]+ )?(\\S.*)");

  @Override
  public String name() {
    return "npm";
  }

  @Override
  public void fetch(Purl purl, Path folder) throws BadProduct {
    String scope = purl.namespace().isEmpty() ? "" : purl.namespace() + "/";
    String wanted = scope + purl.name() + (purl.version().isEmpty() ? "" : "@" + purl.version());
    Ended ended =
        Client.run(folder, List.of("npm", "pack", "--ignore-scripts", "--loglevel=error", wanted));
    if (ended.status() != 0) {
      throw new BadProduct("npm cannot get " + wanted + ": " + ended.reason(SAYS));
    }
  }
}
