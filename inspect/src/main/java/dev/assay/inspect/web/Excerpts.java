package dev.assay.inspect.web;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.regex.Pattern;

/** Lines of configuration as evidence, without the secrets that they may hold. */
final class Excerpts {
  /** {@code http://user:password@host}. */
  private static final Pattern ACCOUNT = Pattern.compile("://[^/\\s@]{1,200}@");

  /** {@code option password 'x'}, {@code auth.backend.ldap.bind-pw = "x"}, {@code STOP.KEY=x}. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(pass(?:word|wd|phrase)?|secret|bind-pw|stop\\.key)([\"' \\t=]{1,20})([^\\s;\"']{1,200})");

  /** What stands between the name of a secret and the secret. */
  private static final String PARTS = "\"' \t=";

  private static final int MOST = 400;

  private Excerpts() {}

  static Evidence at(SourceFile file, SourceFile.Line line) {
    // A line may hold a whole file; only its beginning is shown, and only that is looked at.
    String text = line.text().substring(0, Math.min(line.text().length(), MOST));
    Evidence whole = file.at(new SourceFile.Line(line.number(), text));
    return new Evidence(whole.artifact(), whole.place(), masked(whole.excerpt()));
  }

  static String masked(String text) {
    String hosts = text.contains("://") ? ACCOUNT.matcher(text).replaceAll("://…@") : text;
    boolean parted = hosts.chars().anyMatch(c -> PARTS.indexOf(c) >= 0);
    return parted ? SECRET.matcher(hosts).replaceAll("$1$2…") : hosts;
  }
}
