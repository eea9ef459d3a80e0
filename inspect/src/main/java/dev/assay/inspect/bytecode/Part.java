package dev.assay.inspect.bytecode;

import dev.assay.inspect.tree.Node;

/** A class in its place. */
record Part(Node node, ClassContent content) {
  boolean isOwn(Applications applications) {
    return applications.own(node.inRoot(), content.name());
  }

  /** Whether only newer releases of Java load it, others what it stands for (JAR specification). */
  boolean isForNewerOnly() {
    return node.inRoot().contains("META-INF/versions/");
  }

  /** Whether anyone may change it. */
  boolean isOpen() {
    return (node.mode() & 0002) != 0;
  }
}
