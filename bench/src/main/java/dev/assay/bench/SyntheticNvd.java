package dev.assay.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a made-up NVD of full size as yearly files: the shape of the real one (records of about 6
 * KB, few products with thousands of flaws, many with one), none of its content.
 *
 * <pre>SyntheticNvd FOLDER RECORDS</pre>
 */
public final class SyntheticNvd {
  /** The real NVD names about that many products. */
  static final int PRODUCTS = 90_000;

  private static final int FIRST_YEAR = 2002;
  private static final int YEARS = 24;
  private static final String[] WORDS =
      ("A flaw in the handling of crafted input lets a remote attacker read memory write files cause a"
              + " denial of service run code bypass checks in versions before the update when the option"
              + " is set buffer overflow use after free race condition integer truncation")
          .split(" ");

  private final Random random = new Random(42);

  private SyntheticNvd() {}

  public static void main(String[] arguments) throws IOException {
    new SyntheticNvd().write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  private void write(Path folder, int records) throws IOException {
    Files.createDirectories(folder);
    int each = records / YEARS;
    for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
      int count = year == FIRST_YEAR ? records - each * (YEARS - 1) : each;
      Path file = folder.resolve("nvdcve-2.0-" + year + ".json.gz");
      try (OutputStream out =
              new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), 1 << 16);
          JsonGenerator json = new JsonFactory().createGenerator(out)) {
        year(json, year, count);
      }
    }
  }

  private void year(JsonGenerator json, int year, int count) throws IOException {
    json.writeStartObject();
    json.writeNumberField("resultsPerPage", count);
    json.writeNumberField("startIndex", 0);
    json.writeNumberField("totalResults", count);
    json.writeStringField("format", "NVD_CVE");
    json.writeStringField("version", "2.0");
    json.writeStringField("timestamp", "2026-11-24T00:00:00.000");
    json.writeArrayFieldStart("vulnerabilities");
    for (int i = 0; i < count; i++) {
      json.writeStartObject();
      json.writeObjectFieldStart("cve");
      record(json, year, i);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void record(JsonGenerator json, int year, int number) throws IOException {
    json.writeStringField("id", "CVE-" + year + "-" + (10_000 + number));
    json.writeStringField("sourceIdentifier", "cve@example.org");
    json.writeStringField("published", year + "-03-04T05:06:07.890");
    json.writeStringField("lastModified", "2026-01-02T03:04:05.678");
    json.writeStringField("vulnStatus", "Analyzed");
    json.writeArrayFieldStart("descriptions");
    for (String language : new String[] {"en", "es"}) {
      json.writeStartObject();
      json.writeStringField("lang", language);
      json.writeStringField("value", prose(50));
      json.writeEndObject();
    }
    json.writeEndArray();
    metrics(json);
    json.writeArrayFieldStart("weaknesses");
    json.writeStartObject();
    json.writeStringField("source", "nvd@nist.gov");
    json.writeStringField("type", "Primary");
    json.writeEndObject();
    json.writeEndArray();
    json.writeArrayFieldStart("configurations");
    json.writeStartObject();
    json.writeArrayFieldStart("nodes");
    json.writeStartObject();
    json.writeStringField("operator", "OR");
    json.writeBooleanField("negate", false);
    json.writeArrayFieldStart("cpeMatch");
    int product = product(random);
    // Most records have a handful of matches, some list hundreds of single versions.
    int matches = random.nextInt(40) == 0 ? 150 : 1 + random.nextInt(8);
    for (int i = 0; i < matches; i++) {
      match(json, product + (random.nextInt(4) == 0 ? 1 : 0), i);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeArrayFieldStart("references");
    for (int i = 0; i < 5; i++) {
      json.writeStartObject();
      json.writeStringField(
          "url",
          "https://example.org/advisories/"
              + year
              + "/"
              + number
              + "/"
              + i
              + "/"
              + prose(3).replace(' ', '-'));
      json.writeStringField("source", "cve@example.org");
      json.writeArrayFieldStart("tags");
      json.writeString(i == 0 ? "Patch" : "Third Party Advisory");
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void metrics(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("metrics");
    json.writeArrayFieldStart("cvssMetricV31");
    for (String source : new String[] {"nvd@nist.gov", "cna@example.org"}) {
      json.writeStartObject();
      json.writeStringField("source", source);
      json.writeStringField("type", "Primary");
      json.writeObjectFieldStart("cvssData");
      json.writeStringField("version", "3.1");
      json.writeStringField("vectorString", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
      json.writeNumberField("baseScore", 9.8);
      json.writeStringField("baseSeverity", "CRITICAL");
      for (String metric :
          "attackVector attackComplexity privilegesRequired userInteraction scope confidentialityImpact integrityImpact availabilityImpact"
              .split(" ")) {
        json.writeStringField(metric, "HIGH");
      }
      json.writeEndObject();
      json.writeNumberField("exploitabilityScore", 3.9);
      json.writeNumberField("impactScore", 5.9);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void match(JsonGenerator json, int product, int at) throws IOException {
    boolean single = at > 8;
    int major = random.nextInt(9);
    json.writeStartObject();
    json.writeBooleanField("vulnerable", true);
    json.writeStringField(
        "criteria",
        "cpe:2.3:"
            + cpe(product)
            + ":"
            + (single ? major + "." + at + ".1" : "*")
            + ":*:*:*:*:*:*:*");
    if (!single) {
      json.writeStringField("versionStartIncluding", major + "." + at + ".0");
      json.writeStringField(
          "versionEndExcluding", major + "." + at + "." + (1 + random.nextInt(30)));
    }
    json.writeStringField("matchCriteriaId", "C6D5A1A3-0A7B-4D3C-9C0E-7E1F0D2B3A4" + at % 10);
    json.writeEndObject();
  }

  private String prose(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  /** Few products have most of the flaws: the first has about one in thirty. */
  static int product(Random random) {
    return (int) Math.pow(PRODUCTS, random.nextDouble() * 0.97 + 0.03 * random.nextDouble()) - 1;
  }

  /** Part, vendor and product by number; the first is the kernel. */
  static String cpe(int product) {
    return product == 0 ? "o:linux:linux_kernel" : "a:vendor" + product / 3 + ":product" + product;
  }
}
