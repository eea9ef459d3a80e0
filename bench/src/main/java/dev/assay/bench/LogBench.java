package dev.assay.bench;

import dev.assay.evidence.log.LogWriter;
import dev.assay.evidence.sign.KeyFiles;
import dev.assay.evidence.sign.SigningKey;
import dev.assay.verify.attest.Algorithm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a log with entries enough for tiles of two levels, and keeps a checkpoint from half-way.
 *
 * <pre>LogBench DIR ORIGIN ENTRIES</pre>
 *
 * <p>Leaves {@code log/}, {@code earlier} and {@code key.pub}; {@code bench/log.sh} has others read
 * them.
 */
public final class LogBench {
  private LogBench() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int entries = Integer.parseInt(arguments[2]);
    KeyFiles.generate(Algorithm.ED25519, folder.resolve("key"));
    SigningKey key = KeyFiles.read(folder.resolve("key"));
    Path log = folder.resolve("log");
    LogWriter.init(log, arguments[1], key);
    for (int i = 0; i < entries; i++) {
      byte[] entry = "entry %d of %s".formatted(i, arguments[1]).getBytes(StandardCharsets.UTF_8);
      LogWriter.append(log, entry, key);
      if (i == entries / 2) {
        Files.copy(log.resolve("checkpoint"), folder.resolve("earlier"));
      }
    }
  }
}
