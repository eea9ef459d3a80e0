package dev.assay.inspect.identity;

import dev.assay.inspect.tree.Node;
import dev.assay.model.Evidence;

/**
 * A signature that a file matches.
 *
 * @param version empty where the signature tells none
 */
record Recognised(ProductSignature signature, Node node, String version, Evidence evidence) {}
