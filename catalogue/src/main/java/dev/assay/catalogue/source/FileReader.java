package dev.assay.catalogue.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads all test cases of one file. */
final class FileReader {
  private static final String ID = "[A-Z0-9][A-Za-z0-9_.-]*";

  private final CatalogueFiles files;
  private final Context context;
  private final Mistakes mistakes;
  private final List<Definition> definitions = new ArrayList<>();

  private FileReader(CatalogueFiles files, Context context, Mistakes mistakes) {
    this.files = files;
    this.context = context;
    this.mistakes = mistakes;
  }

  static List<Definition> read(
      String file, CatalogueFiles files, Context context, Mistakes mistakes) {
    FileReader reader = new FileReader(files, context, mistakes);
    Optional<Node> node = compose(files.text(file).orElse(""), mistakes);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof SequenceNode list) {
      list.getValue().forEach(reader::entry);
    } else {
      mistakes.add(node.get(), "expected a list of test cases, found " + Fields.kind(node.get()));
    }
    return reader.definitions;
  }

  /** The document's root; empty, with a mistake noted, where it is not YAML. */
  static Optional<Node> compose(String text, Mistakes mistakes) {
    try {
      return new Compose(LoadSettings.builder().build()).composeString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      mistakes.add(line, "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      mistakes.add(1, "not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    return Optional.empty();
  }

  private void entry(Node node) {
    mistakes.within("");
    Fields fields = Fields.of(node, "a test case", mistakes);
    if (fields.has("family")) {
      family(fields);
    } else if (fields.has("id")) {
      CaseReader.checkKeys(fields, List.of("id"));
      String id = fields.text("id", "");
      mistakes.within(id);
      checkId(fields, "id", id);
      new CaseReader(context, fields, Template.none(), Set.of(), mistakes)
          .read(id, "")
          .ifPresent(definitions::add);
    } else if (!fields.values().isEmpty()) {
      mistakes.add(node, "a test case starts with `id`, a family with `family`");
    }
  }

  private void family(Fields fields) {
    String family = fields.text("family", "");
    mistakes.within(family);
    CaseReader.checkKeys(fields, List.of("family", "each"));
    String name = "cases/" + fields.needed("each");
    Optional<String> text = files.text(name);
    if (text.isEmpty()) {
      mistakes.add(fields.at("each"), "there is no table `" + name + "`");
      return;
    }
    Table table = Table.read(name, text.get(), mistakes);
    if (table.rows().isEmpty()) {
      mistakes.addTo(name, 1, "the table has no rows");
    }
    Set<String> columns = new TreeSet<>(table.columns());
    Set<String> said = new HashSet<>();
    for (Table.Row row : table.rows()) {
      Mistakes ofRow = new Mistakes(mistakes.file());
      Template template = Template.of(row.values());
      String id = template.fill(family);
      ofRow.within(id);
      Fields again = Fields.of(fields.node(), "a test case", new Mistakes(mistakes.file()));
      checkId(again, "family", id, ofRow);
      new CaseReader(context, ofMistakes(fields, ofRow), template, columns, ofRow)
          .read(id, family)
          .ifPresent(definitions::add);
      // What is wrong with the family is wrong with every row: said once.
      for (Mistake mistake : ofRow.all()) {
        if (said.add(mistake.line() + mistake.message())) {
          mistakes.all().add(mistake);
        }
      }
    }
  }

  private static Fields ofMistakes(Fields fields, Mistakes mistakes) {
    return Fields.of(fields.node(), "a test case", mistakes);
  }

  private void checkId(Fields fields, String key, String id) {
    checkId(fields, key, id, mistakes);
  }

  private static void checkId(Fields fields, String key, String id, Mistakes mistakes) {
    if (!id.matches(ID)) {
      mistakes.add(
          fields.at(key),
          "an id starts with a capital letter or digit and has letters, digits, _, . and -; found `"
              + id
              + "`");
    }
  }
}
