package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import dev.assay.evidence.log.LogWriter;
import dev.assay.evidence.sign.KeyFiles;
import dev.assay.evidence.sign.SigningKey;
import dev.assay.verify.log.LogFolder;
import dev.assay.verify.log.LogProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log of attestations, and what is found of one that was tampered with. */
class LogTest {
  @TempDir Path directory;

  @BeforeEach
  void log() throws IOException {
    Files.createDirectories(directory.resolve("product/etc"));
    Files.writeString(directory.resolve("product/etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
    Files.createDirectories(directory.resolve("keys"));
    for (String role : List.of("maker", "log", "agency")) {
      assertThat(run("keygen", "--out", "@" + role).status()).isZero();
      Files.copy(
          directory.resolve(role + ".pub"), directory.resolve("keys").resolve(role + ".pub"));
    }
    for (int day = 1; day <= 3; day++) {
      run(
          "evaluate",
          "@product",
          "--out",
          "@b" + day,
          "--as-of",
          "2026-11-0" + day,
          "--cache",
          "off",
          "--quiet",
          "--sign",
          "@maker");
    }
    Ran made = run("log", "init", "@log-dir", "--origin", "lab.example/log", "--key", "@log");
    assertThat(made.status()).as(made.err()).isZero();
  }

  private Ran run(String... words) {
    List<String> arguments = new ArrayList<>();
    for (String word : words) {
      arguments.add(word.startsWith("@") ? directory.resolve(word.substring(1)).toString() : word);
    }
    return CommandLine.run(arguments.toArray(String[]::new));
  }

  private void append(String bundle) {
    Ran ran = run("log", "append", "@log-dir", bundle, "--key", "@log");
    assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
  }

  private Ran check(String... more) {
    List<String> words = new ArrayList<>(List.of("log", "check", "@log-dir", "--keys", "@keys"));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(directory.resolve(file));
  }

  private void copy(String from, String to) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve(from))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = directory.resolve(to).resolve(directory.resolve(from).relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  @Test
  void growsAndProvesWhatItHolds() throws IOException {
    assertThat(check().out()).startsWith("log lab.example/log of 0 entries, signed with log.pub");
    append("@b1");
    Files.copy(directory.resolve("log-dir/checkpoint"), directory.resolve("kept"));
    append("@b2");
    append("@b3");
    append("@b2");
    Ran checked = check("--since", "@kept");
    assertThat(checked.status()).as(checked.out() + checked.err()).isZero();
    assertThat(checked.out())
        .contains("log lab.example/log of 3 entries", "grown out of kept, which had 1 entry\n");

    assertThat(run("log", "prove", "@log-dir", "@b2", "--out", "@b2.tlog-proof").status()).isZero();
    Ran proven = run("log", "check", "@b2.tlog-proof", "@b2", "--keys", "@keys");
    assertThat(proven.out()).endsWith("the attestation is its entry 1\n");
    assertThat(proven.status()).isZero();
    Ran other = run("log", "check", "@b2.tlog-proof", "@b3", "--keys", "@keys");
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.out()).contains("does not prove");
  }

  /** As C2SP describes it, checked without our reader. */
  @Test
  void isLaidOutAsOtherToolsExpectIt() throws Exception {
    append("@b1");
    append("@b2");
    byte[] first = bytes("b1/attestation.dsse.json");
    byte[] entries = bytes("log-dir/tile/entries/000.p/2");
    assertThat((entries[0] & 255) << 8 | entries[1] & 255).isEqualTo(first.length);
    assertThat(Arrays.copyOfRange(entries, 2, 2 + first.length)).isEqualTo(first);
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update((byte) 0);
    byte[] tile = bytes("log-dir/tile/0/000.p/2");
    assertThat(tile).hasSize(64).startsWith(sha256.digest(first));
    sha256.update((byte) 1);
    String root = Base64.getEncoder().encodeToString(sha256.digest(tile));

    String[] checkpoint =
        new String(bytes("log-dir/checkpoint"), StandardCharsets.UTF_8).split("\n");
    assertThat(checkpoint).hasSize(5);
    assertThat(checkpoint).startsWith("lab.example/log", "2", root, "");
    assertThat(checkpoint[4]).startsWith("\u2014 lab.example/log ");
    byte[] signed = Base64.getDecoder().decode(checkpoint[4].split(" ")[2]);
    SigningKey key = KeyFiles.read(directory.resolve("log"));
    sha256.update("lab.example/log\n\u0001".getBytes(StandardCharsets.UTF_8));
    byte[] spki = key.open().key().getEncoded();
    assertThat(signed)
        .hasSize(68)
        .startsWith(Arrays.copyOf(sha256.digest(Arrays.copyOfRange(spki, 12, 44)), 4));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(key.open().key());
    signature.update(("lab.example/log\n2\n" + root + "\n").getBytes(StandardCharsets.UTF_8));
    assertThat(signature.verify(signed, 4, 64)).isTrue();
  }

  @Test
  void aWitnessSignsWhatOnlyGrew() throws IOException {
    append("@b1");
    Ran signed =
        run(
            "log",
            "cosign",
            "@log-dir",
            "--name",
            "agency.example/w",
            "--key",
            "@agency",
            "--keys",
            "@keys");
    assertThat(signed.status()).as(signed.out() + signed.err()).isZero();
    assertThat(check().out()).contains("witnessed by agency at 20");
    String checkpoint = Files.readString(directory.resolve("log-dir/checkpoint"));
    String line = checkpoint.lines().toList().getLast();
    assertThat(Base64.getDecoder().decode(line.split(" ")[2])).hasSize(4 + 8 + 64);
    byte[] wrong = Base64.getDecoder().decode(line.split(" ")[2]);
    wrong[11] ^= 1;
    Files.writeString(
        directory.resolve("log-dir/checkpoint"),
        checkpoint.replace(line.split(" ")[2], Base64.getEncoder().encodeToString(wrong)));
    assertThat(check().out()).contains("the signature of witness agency.example/w is wrong");
  }

  @Test
  void aRewrittenForkedOrCutLogIsFound() throws IOException {
    append("@b1");
    copy("log-dir", "fork");
    append("@b2");
    Files.copy(directory.resolve("log-dir/checkpoint"), directory.resolve("kept"));
    run("log", "append", "@fork", "@b3", "--key", "@log");
    assertThat(run("log", "check", "@fork", "--keys", "@keys").status()).isZero();
    Ran forked = run("log", "check", "@fork", "--keys", "@keys", "--since", "@kept");
    assertThat(forked.status()).isEqualTo(1);
    assertThat(forked.out()).contains("the log was rewritten or forked: its first 2 entries");
    Ran witness =
        run(
            "log", "cosign", "@fork", "--name", "w", "--key", "@agency", "--keys", "@keys",
            "--since", "@kept");
    assertThat(witness.status()).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("fork/checkpoint"))).doesNotContain("\u2014 w ");

    append("@b3");
    Files.copy(directory.resolve("log-dir/checkpoint"), directory.resolve("longer"));
    Ran cut = run("log", "check", "@fork", "--keys", "@keys", "--since", "@longer");
    assertThat(cut.out()).contains("the log was cut: of 3 entries, 2 are left");
    assertThat(cut.status()).isEqualTo(1);
  }

  @Test
  void noByteOfALogCanBeChangedAndNoFileMissing() throws IOException {
    append("@b1");
    append("@b2");
    for (String name : List.of("checkpoint", "tile/0/000.p/2", "tile/entries/000.p/2")) {
      Path file = directory.resolve("log-dir").resolve(name);
      byte[] whole = Files.readAllBytes(file);
      for (int at = 0; at < whole.length; at += 1 + whole.length / 40) {
        byte[] changed = whole.clone();
        changed[at] ^= 1;
        Files.write(file, changed);
        assertThat(check().status()).as(name + " byte " + at).isEqualTo(1);
      }
      Files.delete(file);
      Ran missing = check();
      assertThat(missing.status()).as(name).isEqualTo(name.equals("checkpoint") ? 2 : 1);
      Files.write(file, whole);
    }
    assertThat(check().status()).isZero();
    Files.delete(directory.resolve("log-dir/tile/entries/000.p/2"));
    assertThat(check().out()).contains("tile/entries/000.p/2 is missing: the log has a gap");
    assertThat(run("log", "append", "@log-dir", "@b3", "--key", "@log").status()).isEqualTo(1);
  }

  @Test
  void aLogOfManyEntriesHasTilesOfTwoLevels() throws Exception {
    Path log = directory.resolve("many");
    SigningKey key = KeyFiles.read(directory.resolve("log"));
    LogWriter.init(log, "lab.example/many", key);
    for (int i = 0; i < 260; i++) {
      byte[] entry = ("entry " + i).getBytes(StandardCharsets.UTF_8);
      assertThat(LogWriter.append(log, entry, key)).isEqualTo(i);
    }
    assertThat(Files.size(log.resolve("tile/0/000"))).isEqualTo(8192);
    assertThat(Files.size(log.resolve("tile/0/001.p/4"))).isEqualTo(128);
    assertThat(Files.size(log.resolve("tile/1/000.p/1"))).isEqualTo(32);
    assertThat(log.resolve("tile/entries/000")).exists();
    LogFolder read = LogFolder.read(log);
    for (int i : new int[] {0, 1, 128, 255, 256, 259}) {
      byte[] entry = ("entry " + i).getBytes(StandardCharsets.UTF_8);
      LogProof proof = LogProof.read(read.proof(entry).bytes(), "p");
      assertThat(proof.index()).isEqualTo(i);
      assertThat(proof.proves(entry)).isTrue();
      assertThat(proof.proves("other".getBytes(StandardCharsets.UTF_8))).isFalse();
    }
  }

  @Test
  void strangersAndWrongUsageAreNamed() throws IOException {
    append("@b1");
    Ran stranger = run("log", "append", "@log-dir", "@b2", "--key", "@maker");
    assertThat(stranger.status()).isEqualTo(1);
    assertThat(stranger.out()).contains("is not signed by lab.example/log with a trusted key");
    Files.delete(directory.resolve("keys/log.pub"));
    assertThat(check().status()).isEqualTo(1);
    run("keygen", "--algorithm", "p256", "--out", "@p256");
    for (Ran ran :
        List.of(
            run("log", "check", "@log-dir"),
            run("log", "check", "@b1", "--keys", "@keys"),
            run("log", "init", "@log-dir", "--origin", "x", "--key", "@log"),
            run("log", "init", "@new", "--origin", "a b", "--key", "@log"),
            run("log", "init", "@new", "--origin", "x", "--key", "@p256"),
            run("log", "append", "@nothing", "@b1", "--key", "@log"),
            run("log", "append", "@log-dir", "@product", "--key", "@log"))) {
      assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(2);
      assertThat(ran.err().lines()).singleElement().asString().startsWith("assay: ");
    }
  }
}
