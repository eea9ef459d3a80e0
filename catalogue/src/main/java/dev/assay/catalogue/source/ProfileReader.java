package dev.assay.catalogue.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads {@code profiles/NAME.yaml}: {@code cases} is a list of case files or {@code all}, less
 * those under {@code except}.
 */
final class ProfileReader {
  private ProfileReader() {}

  static Optional<Profile> read(String file, CatalogueFiles files, Mistakes mistakes) {
    Optional<Node> node = FileReader.compose(files.text(file).orElse(""), mistakes);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    int before = mistakes.count();
    Fields fields = Fields.of(node.get(), "a profile", mistakes);
    fields.only(List.of("profile", "title", "cases", "except"), "a profile");
    String name = fields.needed("profile");
    String title = fields.needed("title");
    if (!file.equals("profiles/" + name + ".yaml")) {
      mistakes.add(fields.at("profile"), "the profile `" + name + "` stands in the wrong file");
    }
    List<String> all =
        files
            .names("cases/", ".yaml")
            .map(path -> path.substring("cases/".length(), path.length() - ".yaml".length()))
            .toList();
    List<String> stems = new ArrayList<>(chosen(fields, all, mistakes));
    for (String except : fields.texts("except")) {
      stems.remove(except);
    }
    return mistakes.count() > before
        ? Optional.empty()
        : Optional.of(new Profile(name, title, stems));
  }

  private static List<String> chosen(Fields fields, List<String> all, Mistakes mistakes) {
    List<String> named = fields.texts("cases");
    if (named.equals(List.of("all"))) {
      return all;
    }
    if (named.isEmpty()) {
      mistakes.add(fields.at("cases"), "`cases` is `all` or a list of case files");
    }
    for (String stem : named) {
      if (!all.contains(stem)) {
        mistakes.add(fields.at("cases"), "there is no file `cases/" + stem + ".yaml`");
      }
    }
    return named.stream().filter(all::contains).sorted().toList();
  }
}
