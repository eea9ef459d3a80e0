package dev.assay.evidence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of an evaluation as its {@code evaluation.json} records them: what a replay needs.
 *
 * @param feedDigest empty where it was made without a vulnerability feed
 * @param policyDigest empty where the policy was the default
 * @param waiversDigest empty where there were no waivers
 * @param vexDigests empty where there were no VEX documents; else with commas between
 */
public record Recorded(
    String productName,
    String productVersion,
    String profile,
    String catalogueDigest,
    Optional<String> feedDigest,
    Optional<String> policyDigest,
    Optional<String> waiversDigest,
    Optional<String> vexDigests,
    String asOf) {

  /**
   * @throws BundleException if one of them is missing
   */
  public static Recorded of(BundleContent bundle) throws BundleException {
    Map<String, String> values = flat(bundle.summary());
    return new Recorded(
        get(values, "product.name"),
        get(values, "product.version"),
        get(values, "catalogue.profile"),
        get(values, "catalogue.digest"),
        Optional.ofNullable(values.get("feed.digest")),
        Optional.ofNullable(values.get("gate.policyDigest")),
        Optional.ofNullable(values.get("gate.waiversDigest")),
        Optional.ofNullable(values.get("gate.vexDigests")),
        get(values, "asOf"));
  }

  private static String get(Map<String, String> values, String key) throws BundleException {
    String value = values.get(key);
    if (value == null) {
      throw new BundleException("evaluation.json has no `" + key + "`");
    }
    return value;
  }

  /** Strings of the object and of the objects directly in it, as {@code outer.inner}. */
  private static Map<String, String> flat(byte[] summary) throws BundleException {
    Map<String, String> values = new HashMap<>();
    try (JsonParser json = Lines.FACTORY.createParser(summary)) {
      String outer = "";
      String key = "";
      int depth = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        switch (token) {
          case START_OBJECT -> {
            if (++depth == 2) {
              outer = key + ".";
            }
          }
          case END_OBJECT -> {
            if (--depth == 1) {
              outer = "";
            }
          }
          case START_ARRAY -> json.skipChildren();
          case FIELD_NAME -> key = String.valueOf(json.currentName());
          case VALUE_STRING -> values.put(outer + key, json.getText());
          default -> {}
        }
      }
    } catch (IOException e) {
      throw new BundleException("evaluation.json is not JSON");
    }
    return values;
  }
}
