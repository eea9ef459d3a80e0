package dev.assay.inspect.cleartext;

import dev.assay.inspect.tree.Root;
import java.util.List;

/** Accounts as far as servers of files ask for them. */
final class Accounts {
  /** Lists of accounts that may not log in, ftpusers(5). */
  private static final List<String> BARRED =
      List.of("etc/ftpusers", "etc/vsftpd.ftpusers", "etc/vsftpd/ftpusers");

  private Accounts() {}

  static boolean has(Root root, String account) {
    return root.file("etc/passwd").stream()
        .flatMap(file -> file.lines().stream())
        .anyMatch(line -> line.text().startsWith(account + ":"));
  }

  static boolean isBarred(Root root, String account) {
    return BARRED.stream()
        .flatMap(path -> root.file(path).stream())
        .flatMap(file -> file.lines().stream())
        .anyMatch(line -> line.text().strip().equals(account));
  }
}
