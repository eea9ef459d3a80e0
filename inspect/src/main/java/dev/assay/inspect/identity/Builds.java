package dev.assay.inspect.identity;

import dev.assay.inspect.elf.ElfContent;
import dev.assay.inspect.tree.Node;
import dev.assay.model.ProgramFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The builds of {@code build-ids.tsv}. */
final class Builds {
  private Builds() {}

  static List<Build> all() {
    return List.copyOf(Table.BY_ID.values());
  }

  /** The build that a file is; nothing where it only has the id of one. */
  static Optional<Build> of(Node node) {
    return node.facts(ElfContent.class)
        .map(ElfContent::facts)
        .filter(file -> !file.buildId().isEmpty())
        .flatMap(
            file ->
                Optional.ofNullable(Table.BY_ID.get(file.buildId()))
                    .filter(build -> build.canBe(file)));
  }

  /** Read when a file with an id is first met. */
  private static final class Table {
    static final Map<String, Build> BY_ID =
        ProgramFile.rows(Builds.class, "build-ids.tsv").stream()
            .map(Build::of)
            .collect(Collectors.toUnmodifiableMap(Build::id, Function.identity()));
  }
}
