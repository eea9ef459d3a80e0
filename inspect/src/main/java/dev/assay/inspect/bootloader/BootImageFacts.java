package dev.assay.inspect.bootloader;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.util.List;

/**
 * What a content tells of a boot loader.
 *
 * @param banner {@code U-Boot 2023.01 (Jan 09 2023 …}, empty in a stored environment
 * @param version {@code 2023.01}
 * @param bannerOffset in bytes, −1 where there is none
 * @param verifies whether the program has the code that refuses a FIT image without a required
 *     signature
 * @param asksToStop whether the program asks for a word or key of its own before it stops booting
 *     ({@code CONFIG_AUTOBOOT_KEYED}), rather than for any key
 * @param anyKey whether it stops at any key
 * @param requiredKeys names of the keys that an image must be signed with, from {@code /signature}
 *     of a device tree in the content
 * @param environments in order of offset
 */
public record BootImageFacts(
    String banner,
    String version,
    long bannerOffset,
    boolean verifies,
    boolean asksToStop,
    boolean anyKey,
    List<String> requiredKeys,
    List<BootEnvironment> environments) {

  /** The nodes of a root that hold a boot loader; what is told with a whole is not told again. */
  public static List<Node> nodes(Root root) {
    return root.nodes().stream()
        .filter(
            node ->
                node.facts(BootImageFacts.class)
                    .filter(facts -> facts.isNew(root, node))
                    .isPresent())
        .toList();
  }

  private boolean isNew(Root root, Node node) {
    return root.around(node).stream()
        .flatMap(whole -> whole.facts(BootImageFacts.class).stream())
        .noneMatch(whole -> whole.tells(this));
  }

  /** The program and the variables of a part; where they stand in it is another matter. */
  private boolean tells(BootImageFacts part) {
    return (part.banner.isEmpty() || part.banner.equals(banner))
        && part.environments.stream()
            .map(BootEnvironment::variables)
            .allMatch(
                variables ->
                    environments.stream().anyMatch(own -> own.variables().equals(variables)));
  }
}
