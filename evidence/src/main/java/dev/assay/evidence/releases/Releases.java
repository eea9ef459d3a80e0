package dev.assay.evidence.releases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.Recorded;
import dev.assay.model.Outcome;
import dev.assay.verify.bundle.BundleFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Bundles of one product's releases held against each other.
 *
 * @param histories of everything that failed at least once, by test case and component
 * @param sameCatalogue whether all were evaluated with the same test cases; else what is new may be
 *     so because it was not tested before
 * @param mapping how test cases of older catalogues were found again
 */
public record Releases(List<History> histories, boolean sameCatalogue, CaseMapping mapping) {
  private static final JsonFactory JSON = new JsonFactory();

  private record Key(String test, String component) {}

  /**
   * @param bundles oldest first, two or more
   * @param mapping of cases in bundles with another catalogue than the last one's
   * @throws BundleException if one does not hold what a bundle holds, or the mapping gives a
   *     component two verdicts of one case
   */
  public static Releases of(List<BundleContent> bundles, CaseMapping mapping)
      throws BundleException {
    Map<Key, List<Optional<Outcome>>> outcomes = new HashMap<>();
    Map<String, String> weaknesses = new HashMap<>();
    List<String> catalogues = new ArrayList<>();
    String newest = Recorded.of(bundles.getLast()).catalogueDigest();
    for (int release = 0; release < bundles.size(); release++) {
      BundleContent bundle = bundles.get(release);
      Recorded recorded = Recorded.of(bundle);
      catalogues.add(recorded.catalogueDigest());
      CaseMapping here = recorded.catalogueDigest().equals(newest) ? CaseMapping.byId() : mapping;
      StatedWeaknesses.of(bundle)
          .forEach((test, weakness) -> weaknesses.put(here.of(test), weakness));
      for (byte[] line : bundle.files().getOrDefault(BundleFiles.VERDICTS, List.of())) {
        Map<String, String> verdict = strings(line);
        String component = without(recorded.productName(), get(verdict, "component"));
        Key key = new Key(here.of(get(verdict, "test")), component);
        Optional<Outcome> before =
            outcomes
                .computeIfAbsent(
                    key,
                    unseen ->
                        new ArrayList<>(Collections.nCopies(bundles.size(), Optional.empty())))
                .set(release, Optional.of(outcome(get(verdict, "verdict"))));
        if (before.isPresent() && !here.newIds().isEmpty()) {
          throw new BundleException(
              "the mapping gives " + component + " two verdicts of " + key.test);
        }
      }
    }
    List<History> histories = new ArrayList<>();
    outcomes.forEach(
        (key, all) ->
            histories.add(
                new History(key.test, key.component, weaknesses.getOrDefault(key.test, ""), all)));
    return new Releases(
        histories.stream()
            .filter(history -> history.outcomes().contains(Optional.of(Outcome.FAIL)))
            .sorted(Comparator.comparing(History::test).thenComparing(History::component))
            .toList(),
        catalogues.stream().distinct().count() == 1,
        mapping);
  }

  /** How many of each standing, for each test case that has any. */
  public Map<String, Map<Standing, Long>> byTest() {
    return by(History::test, Comparator.naturalOrder());
  }

  /**
   * How many of each standing, for each class of weakness that has any, in the order of the
   * numbers; empty is no class.
   */
  public Map<String, Map<Standing, Long>> byWeakness() {
    return by(
        History::weakness,
        Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
  }

  /**
   * What is new where a failure of the same class of weakness was mended on the same component
   * before, or is mended now: what a mended failure may have come back as.
   */
  public List<History> variants() {
    Set<List<String>> mended =
        histories.stream()
            .filter(History::wasMended)
            .map(history -> List.of(history.weakness(), history.component()))
            .collect(Collectors.toSet());
    return histories.stream()
        .filter(history -> history.standing().equals(Optional.of(Standing.NEW)))
        .filter(history -> !history.weakness().isEmpty())
        .filter(history -> mended.contains(List.of(history.weakness(), history.component())))
        .toList();
  }

  private Map<String, Map<Standing, Long>> by(
      Function<History, String> group, Comparator<String> order) {
    Map<String, Map<Standing, Long>> counts = new TreeMap<>(order);
    for (History history : histories) {
      history
          .standing()
          .ifPresent(
              standing ->
                  counts
                      .computeIfAbsent(group.apply(history), unseen -> new TreeMap<>())
                      .merge(standing, 1L, Long::sum));
    }
    return counts;
  }

  /** Whether the last release fails where the one before did not. */
  public boolean isWorse() {
    return histories.stream()
        .flatMap(history -> history.standing().stream())
        .anyMatch(standing -> standing == Standing.NEW || standing == Standing.RETURNED);
  }

  /** The file of a product is called otherwise in each release; a component in it is the same. */
  private static String without(String product, String component) {
    int at = component.indexOf(':');
    String where = component.substring(at + 1);
    for (String separator : List.of("!/", "/", "#")) {
      if (where.startsWith(product + separator)) {
        return component.substring(0, at + 1)
            + where.substring(product.length() + separator.length());
      }
    }
    return component;
  }

  private static Outcome outcome(String word) throws BundleException {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.name().equals(word)) {
        return outcome;
      }
    }
    throw new BundleException(BundleFiles.VERDICTS + ": `" + word + "` is not a verdict");
  }

  private static String get(Map<String, String> verdict, String key) throws BundleException {
    String value = verdict.get(key);
    if (value == null) {
      throw new BundleException(BundleFiles.VERDICTS + ": a line has no `" + key + "`");
    }
    return value;
  }

  /** The strings of one object. */
  private static Map<String, String> strings(byte[] line) throws BundleException {
    Map<String, String> values = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new BundleException(BundleFiles.VERDICTS + ": a line is not an object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = Objects.requireNonNull(json.currentName());
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          values.put(key, Objects.requireNonNull(json.getText()));
        } else {
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new BundleException(BundleFiles.VERDICTS + ": a line is not JSON");
    }
    return values;
  }
}
