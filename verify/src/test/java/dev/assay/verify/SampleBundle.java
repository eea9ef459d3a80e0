package dev.assay.verify;

import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Checksums;
import dev.assay.verify.bundle.MerkleTree;
import dev.assay.verify.bundle.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A bundle as Assay writes it, of any size, made without Assay. */
public final class SampleBundle {
  private static final List<String> OUTCOMES = List.of("PASS", "FAIL", "INCONCLUSIVE");

  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private String decision = "APPROVED";
  private int components;
  private int tests;
  private int planned = -1;
  private Optional<String> described = Optional.empty();

  private SampleBundle() {}

  /**
   * Every one of {@code tests} is planned on each of {@code components}; one in ten does not run.
   */
  public static SampleBundle of(int components, int tests) {
    SampleBundle sample = new SampleBundle();
    sample.components = components;
    sample.tests = tests;
    BundleFiles.LINES.forEach(file -> sample.lines.put(file, new ArrayList<>()));
    for (int i = 0; i < components; i++) {
      String id = component(i);
      String path = "fw/etc/größe-" + number(i) + ".conf";
      sample.add(
          BundleFiles.ARTIFACTS,
          "{\"path\":\"%s\",\"sha256\":\"%s\",\"size\":12,\"problems\":[%s]}",
          path,
          Sha256.hex(path.getBytes(StandardCharsets.UTF_8)),
          i % 4 == 1 ? "{\"code\":\"zip.cut\",\"message\":\"cut\"}" : "");
      sample.add(BundleFiles.COMPONENTS, "{\"id\":\"%s\",\"artifacts\":[\"%s\"]}", id, path);
      sample.add(
          BundleFiles.FACTS,
          "{\"component\":\"%s\",\"facts\":{\"port\":22,\"text\":\"a\\\"b\\u00e4\\\\\"},\"evidence\":[]}",
          id);
      sample.add(BundleFiles.RISKS, "{\"component\":\"%s\",\"score\":1.5E1,\"tier\":2}", id);
    }
    for (int test = 0; test < tests; test++) {
      for (int i = 0; i < components; i++) {
        sample.pair(test, i);
      }
    }
    return sample;
  }

  private void pair(int test, int component) {
    boolean run = (test + component) % 10 != 9;
    String about =
        "{\"test\":\"CASE-" + number(test) + "\",\"component\":\"" + component(component);
    add(
        BundleFiles.PLAN,
        "%s\",\"run\":%s,\"why\":\"%s\"}",
        about,
        run,
        run ? "tier 2, focused" : "does not apply: a < b");
    if (run) {
      add(
          BundleFiles.VERDICTS,
          "%s\",\"verdict\":\"%s\",\"severity\":\"%s\",\"why\":\"seen\",\"evidence\":[]}",
          about,
          OUTCOMES.get((test + component) % 3),
          component % 2 == 0 ? "high" : "low");
    }
  }

  private static String component(int i) {
    return "daemon:fw/bin/" + number(i);
  }

  private static String number(int i) {
    return String.format(Locale.ROOT, "%06d", i);
  }

  private void add(String file, String format, Object... values) {
    lines(file).add(String.format(Locale.ROOT, format, values));
  }

  /** The lines of a file, to be changed before the bundle is written. */
  public List<String> lines(String file) {
    return lines.getOrDefault(file, new ArrayList<>());
  }

  public SampleBundle decision(String other) {
    decision = other;
    return this;
  }

  /** Counts so many tests as run, instead of one for every verdict. */
  public SampleBundle planned(int tests) {
    planned = tests;
    return this;
  }

  /** Describes these tests in the summary, each with a digest. */
  public SampleBundle describing(List<String> ids) {
    described =
        Optional.of(
            ids.stream()
                .map(
                    id ->
                        "{\"test\":\"%s\",\"revision\":1,\"digest\":\"%s\",\"measured\":null}"
                            .formatted(id, "ef".repeat(32)))
                .collect(Collectors.joining(",", "\"tests\":[", "],")));
    return this;
  }

  /** Writes the bundle with a root and checksums that fit. */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    String summary = summary();
    MerkleTree tree = new MerkleTree();
    Sha256 sha256 = new Sha256();
    tree.add(leaf(sha256, BundleFiles.SUMMARY, summary));
    for (String file : BundleFiles.LINES) {
      lines(file).forEach(line -> tree.add(leaf(sha256, file, line)));
      Files.write(folder.resolve(file), lines(file));
    }
    String root = HexFormat.of().formatHex(tree.root());
    Files.writeString(
        folder.resolve(BundleFiles.SUMMARY),
        summary.substring(0, summary.length() - 1) + ",\"root\":\"" + root + "\"}\n");
    Files.writeString(folder.resolve("report.html"), "<p>report</p>\n");
    Files.writeString(folder.resolve(BundleFiles.RUN), "{\"threads\":2}");
    Files.write(folder.resolve(BundleFiles.SUMS), Checksums.of(folder));
    return folder;
  }

  private static byte[] leaf(Sha256 sha256, String file, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return sha256.leaf(file, bytes, 0, bytes.length);
  }

  private String summary() {
    return String.format(
        Locale.ROOT,
        "{\"format\":1,\"assay\":{\"version\":\"0.1.0\"},\"product\":{\"name\":\"fw\",\"version\":\"2\",\"images\":"
            + "[{\"name\":\"fw.img\",\"sha256\":\"%s\",\"size\":7}]},\"catalogue\":{\"profile\":\"linux-device\","
            + "\"digest\":\"%s\",\"cases\":%d,\"planned\":1},%s\"feed\":null,\"asOf\":\"2026-11-23\",\"counts\":{\"artifacts\":%d,"
            + "\"components\":%d,\"planned\":%d,\"pass\":%d,\"fail\":%d,\"inconclusive\":%d},\"failed\":"
            + "{\"high\":%d,\"low\":%d},\"waived\":[],\"gate\":{\"decision\":\"%s\",\"policy\":\"default\","
            + "\"policyDigest\":null,\"waiversDigest\":null,\"reasons\":[]}}",
        "ab".repeat(32),
        "cd".repeat(32),
        tests + 3,
        described.orElse(""),
        components,
        components,
        planned < 0 ? lines(BundleFiles.VERDICTS).size() : planned,
        verdicts("\"PASS\""),
        verdicts("\"FAIL\""),
        verdicts("\"INCONCLUSIVE\""),
        verdicts("\"FAIL\",\"severity\":\"high\""),
        verdicts("\"FAIL\",\"severity\":\"low\""),
        decision);
  }

  private long verdicts(String part) {
    return lines(BundleFiles.VERDICTS).stream().filter(line -> line.contains(part)).count();
  }
}
