package dev.assay.catalogue.source;

import dev.assay.model.requirement.Requirements;
import dev.assay.model.requirement.Standard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads {@code profiles/NAME.yaml}: {@code cases} is a list of case files or {@code all}, less
 * those under {@code except}, and the cases of the profiles under {@code includes}.
 */
final class ProfileReader {
  private final CatalogueFiles files;
  private final Mistakes mistakes;
  private final Set<String> open = new HashSet<>();

  private ProfileReader(CatalogueFiles files, Mistakes mistakes) {
    this.files = files;
    this.mistakes = mistakes;
  }

  static Optional<Profile> read(String file, CatalogueFiles files, Mistakes mistakes) {
    return new ProfileReader(files, mistakes).read(file);
  }

  private Optional<Profile> read(String file) {
    Optional<Node> node = FileReader.compose(files.text(file).orElse(""), mistakes);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    int before = mistakes.count();
    Fields fields = Fields.of(node.get(), "a profile", mistakes);
    fields.only(List.of("profile", "title", "includes", "cases", "except", "planned"), "a profile");
    String name = fields.needed("profile");
    String title = fields.needed("title");
    if (!file.equals(file(name))) {
      mistakes.add(fields.at("profile"), "the profile `" + name + "` stands in the wrong file");
    }
    open.add(file);
    Set<String> stems = new TreeSet<>(chosen(fields));
    fields.texts("except").forEach(stems::remove);
    stems.addAll(included(fields));
    open.remove(file);
    Profile profile = new Profile(name, title, List.copyOf(stems), planned(fields));
    return mistakes.count() > before ? Optional.empty() : Optional.of(profile);
  }

  private static String file(String name) {
    return "profiles/" + name + ".yaml";
  }

  private List<String> included(Fields fields) {
    List<String> stems = new ArrayList<>();
    for (String name : fields.texts("includes")) {
      if (files.text(file(name)).isEmpty()) {
        mistakes.add(fields.at("includes"), "there is no profile `" + name + "`");
      } else if (open.contains(file(name))) {
        mistakes.add(fields.at("includes"), "the profile `" + name + "` includes itself");
      } else {
        read(file(name)).ifPresent(profile -> stems.addAll(profile.stems()));
      }
    }
    return stems;
  }

  private List<String> chosen(Fields fields) {
    List<String> all =
        files
            .names("cases/", ".yaml")
            .map(path -> path.substring("cases/".length(), path.length() - ".yaml".length()))
            .toList();
    List<String> named = fields.texts("cases");
    if (named.equals(List.of("all"))) {
      return all;
    }
    if (named.isEmpty() && !fields.has("includes")) {
      mistakes.add(fields.at("cases"), "`cases` is `all` or a list of case files");
    }
    for (String stem : named) {
      if (!all.contains(stem)) {
        mistakes.add(fields.at("cases"), "there is no file `cases/" + stem + ".yaml`");
      }
    }
    return named.stream().filter(all::contains).toList();
  }

  private List<Standard> planned(Fields fields) {
    List<Standard> planned = new ArrayList<>();
    for (String id : fields.texts("planned")) {
      Requirements.standard(id)
          .ifPresentOrElse(
              planned::add,
              () ->
                  mistakes.add(
                      fields.at("planned"),
                      "there is no standard `"
                          + id
                          + "`; known are "
                          + Requirements.standards().stream().map(Standard::id).toList()));
    }
    return planned;
  }
}
