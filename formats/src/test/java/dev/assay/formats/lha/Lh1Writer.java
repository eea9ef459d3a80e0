package dev.assay.formats.lha;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs with LHA's method lh1, which no writer at hand does. It keeps the nodes of the code as
 * objects in a list and searches it, other than the reader. What it writes, Lhasa 0.3.1 reads.
 */
final class Lh1Writer {
  private static final int CHARACTERS = 314;
  private static final int MOST = 0x8000;

  private static final class Node {
    int count;
    List<Node> sons = List.of();
  }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Node[] leaves = new Node[CHARACTERS];
  private Node[] order;
  private int held;
  private int holding;

  private Lh1Writer() {
    for (int i = 0; i < CHARACTERS; i++) {
      leaves[i] = new Node();
      leaves[i].count = 1;
    }
    order = built(leaves);
  }

  /** Nodes from the rarest to the root; of equals, a new one stands behind the old ones. */
  private static Node[] built(Node[] leaves) {
    List<Node> nodes = new java.util.ArrayList<>(Arrays.asList(leaves));
    for (int i = 0; nodes.size() < 2 * CHARACTERS - 1; i += 2) {
      Node node = new Node();
      node.sons = List.of(nodes.get(i), nodes.get(i + 1));
      node.count = node.sons.get(0).count + node.sons.get(1).count;
      int at = nodes.size();
      while (nodes.get(at - 1).count > node.count) {
        at--;
      }
      nodes.add(at, node);
    }
    return nodes.toArray(Node[]::new);
  }

  static byte[] packed(byte[] content) {
    Lh1Writer writer = new Lh1Writer();
    Map<Integer, Integer> places = new HashMap<>();
    for (int at = 0; at < content.length; ) {
      int length = 1;
      int key = key(content, at);
      int place = key < 0 ? -1 : places.getOrDefault(key, -1);
      if (place >= 0 && at - place <= 4096) {
        length = 3;
        while (length < 60
            && at + length < content.length
            && content[place + length] == content[at + length]) {
          length++;
        }
        writer.character(253 + length);
        writer.distance(at - place - 1);
      } else {
        writer.character(content[at] & 0xFF);
      }
      for (int i = at; i < at + length; i++) {
        places.put(key(content, i), i);
      }
      at += length;
    }
    writer.bits(0, 7);
    return writer.out.toByteArray();
  }

  private static int key(byte[] content, int at) {
    return at + 3 > content.length
        ? -1
        : (content[at] & 0xFF) << 16 | (content[at + 1] & 0xFF) << 8 | content[at + 2] & 0xFF;
  }

  private void character(int character) {
    StringBuilder word = new StringBuilder();
    Node node = leaves[character];
    for (Node parent = parent(node); parent != null; parent = parent(node)) {
      word.insert(0, parent.sons.indexOf(node));
      node = parent;
    }
    word.chars().forEach(bit -> bits(bit - '0', 1));
    if (order[order.length - 1].count == MOST) {
      Node[] rising = Arrays.stream(order).filter(each -> each.sons.isEmpty()).toArray(Node[]::new);
      for (Node leaf : rising) {
        leaf.count = (leaf.count + 1) / 2;
      }
      order = built(rising);
    }
    for (Node each = leaves[character]; each != null; each = parent(each)) {
      each = counted(each);
    }
  }

  /** The places in the tree are exchanged, so what counts is who stands there. */
  private Node counted(Node node) {
    int at = Arrays.asList(order).indexOf(node);
    int last = at;
    while (last + 1 < order.length && order[last + 1].count <= node.count) {
      last++;
    }
    Node other = order[last];
    if (other != node) {
      Node above = parent(node);
      Node beside = parent(other);
      int left = above.sons.indexOf(node);
      int right = beside.sons.indexOf(other);
      above.sons = with(above.sons, left, other);
      beside.sons = with(beside.sons, right, node);
      order[at] = other;
      order[last] = node;
    }
    node.count++;
    return node;
  }

  private static List<Node> with(List<Node> sons, int at, Node node) {
    return at == 0 ? List.of(node, sons.get(1)) : List.of(sons.get(0), node);
  }

  private Node parent(Node node) {
    return Arrays.stream(order).filter(each -> each.sons.contains(node)).findFirst().orElse(null);
  }

  /** The high six bits in words of 3 to 8 bits, in rising order. */
  private void distance(int distance) {
    int[] most = {0, 3, 11, 23, 47, 63};
    int high = distance >> 6;
    int word = 0;
    int length = 3;
    for (int i = 0; i < high; i++) {
      word++;
      if (i == most[length - 3]) {
        word <<= 1;
        length++;
      }
    }
    bits(word, length);
    bits(distance & 63, 6);
  }

  private void bits(int value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      held = held << 1 | value >> i & 1;
      if (++holding == 8) {
        out.write(held);
        held = 0;
        holding = 0;
      }
    }
  }
}
