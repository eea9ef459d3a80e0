package dev.assay.inspect.scan;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Product;
import java.util.List;

/**
 * A product, read.
 *
 * @param nodes all artifacts in order of path
 * @param roots root file systems and archives, each with the nodes that are its own, in order of
 *     path
 */
public record Scanned(List<Product.Image> images, List<Node> nodes, List<Root> roots) {}
