package dev.assay.inspect.android;

import dev.assay.formats.Malformed;
import dev.assay.formats.arsc.ResourceTable;
import dev.assay.formats.arsc.ResourceValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Texts among an app's resources that tell users of personal data: of the privacy policy, or asking
 * for consent.
 *
 * @param all number of texts that were looked at
 * @param texts names of the resources, the first of them, in the order of the table
 * @param languages they are translated into, sorted, without regions; the default counts as none
 * @param appLanguages into which half of all texts or more are translated
 */
public record Notices(
    int all, List<String> texts, List<String> languages, List<String> appLanguages) {
  static final Notices NONE = new Notices(0, List.of(), List.of(), List.of());

  private static final int MAX_TEXTS = 200;

  private static final Pattern NAME =
      Pattern.compile(
          "(?:^|_)(?:privacy|gdpr|ccpa|consent|data_?protection|datenschutz)(?:_|$)",
          Pattern.CASE_INSENSITIVE);

  /** Words for it in large languages of the EU, and of addresses. */
  private static final Pattern WORDS =
      Pattern.compile(
          "privacy (?:policy|notice|statement|settings)|https?://\\S{0,200}privacy|datenschutz"
              + "|politique de confidentialit|pol[ií]tica de privaci?dad|informativa sulla privacy"
              + "|privacyverklaring|privacybeleid|polityka prywatno|integritetspolicy"
              + "|privatlivspolitik|personvern|tietosuoja|politica de confiden",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  static Notices of(ResourceTable table) {
    List<Integer> ids = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int[] all = {0};
    table.texts(
        (id, name, text) -> {
          all[0]++;
          if (ids.size() < MAX_TEXTS && (NAME.matcher(name).find() || WORDS.matcher(text).find())) {
            ids.add(id);
            names.add(name);
          }
        });
    Set<String> languages = new TreeSet<>();
    ids.forEach(id -> values(table, id).forEach(value -> languages.add(language(value))));
    languages.remove("");
    return new Notices(all[0], List.copyOf(names), List.copyOf(languages), appLanguages(table));
  }

  /** Libraries of the platform bring a few texts in all languages, which make no translation. */
  private static List<String> appLanguages(ResourceTable table) {
    SortedMap<String, Integer> counts = table.textLanguages();
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return counts.entrySet().stream()
        .filter(each -> !each.getKey().isEmpty() && 2 * each.getValue() >= most)
        .map(each -> each.getKey())
        .toList();
  }

  private static List<ResourceValue> values(ResourceTable table, int id) {
    try {
      return table.values(id);
    } catch (Malformed damaged) {
      return List.of();
    }
  }

  private static String language(ResourceValue value) {
    int region = value.language().indexOf('-');
    return region < 0 ? value.language() : value.language().substring(0, region);
  }

  /** With what a split adds: one of a language holds the texts of all others in it. */
  Notices with(Notices split) {
    return new Notices(
        all + split.all,
        Joined.sorted(texts, split.texts),
        Joined.sorted(languages, split.languages),
        Joined.sorted(appLanguages, split.appLanguages));
  }
}
