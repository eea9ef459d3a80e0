package dev.assay.inspect.elf;

import dev.assay.inspect.ecosystem.go.GoBuildFacts;
import dev.assay.inspect.tree.Node;
import dev.assay.model.Code;
import java.util.List;
import java.util.stream.Stream;

/** The functions of all programs and libraries of a product. */
public final class ProgramCode {
  private ProgramCode() {}

  /** In the order of the nodes. */
  public static List<Code> of(List<Node> nodes) {
    return nodes.stream().flatMap(ProgramCode::of).toList();
  }

  private static Stream<Code> of(Node node) {
    return node.facts(ElfContent.class).stream()
        .map(
            elf ->
                new Code(
                    node.path(),
                    elf.facts().soname(),
                    elf.facts().needed(),
                    elf.linkage().readable(),
                    elf.linkage().imports(),
                    elf.linkage().exports(),
                    elf.linkage().lookedUp(),
                    node.facts(GoBuildFacts.class).flatMap(GoBuildFacts::functions)));
  }
}
