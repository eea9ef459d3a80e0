package dev.assay.formats.appbundle;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.proto.ProtoMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts among the resources of an app bundle's module. */
public final class BundleResources {
  private static final int MAX_SIZE = 64 << 20;
  private static final int MAX_REFERENCES = 20;
  private static final int REFERENCE = 0x01;
  private static final int STRING = 0x03;

  private final Map<Integer, BundleItem> items = new HashMap<>();

  private BundleResources() {}

  /**
   * @throws Malformed {@code proto.message}, {@code bundle.size}
   */
  public static BundleResources read(Bytes content) {
    if (content.size() > MAX_SIZE) {
      throw new Malformed(
          "bundle.size", 0, "expected at most " + MAX_SIZE + " bytes; found " + content.size());
    }
    BundleResources resources = new BundleResources();
    ProtoMessage table = ProtoMessage.read(content.block(0, (int) content.size()));
    table.messages(2).forEach(resources::addPackage);
    return resources;
  }

  private void addPackage(ProtoMessage own) {
    int packageId = (int) own.message(1).number(1, 0);
    for (ProtoMessage type : own.messages(3)) {
      int typeId = (int) type.message(1).number(1, 0);
      for (ProtoMessage entry : type.messages(3)) {
        int entryId = (int) entry.message(1).number(1, 0);
        add(packageId << 24 | (typeId & 0xFF) << 16 | entryId & 0xFFFF, entry);
      }
    }
  }

  /** The value of the default language counts, else the first. */
  private void add(int id, ProtoMessage entry) {
    for (ProtoMessage each : entry.messages(6)) {
      ProtoMessage value = each.message(2);
      boolean standard = each.message(1).text(3).isEmpty();
      if (value.has(4) && (standard || !items.containsKey(id))) {
        BundleItem item = BundleItem.of(value.message(4), "");
        if (standard) {
          items.put(id, item);
          return;
        }
        items.put(id, item);
      }
    }
  }

  /** The string a resource comes to: a text, or the path of a file. References are followed. */
  public Optional<String> text(int id) {
    int next = id;
    for (int i = 0; i < MAX_REFERENCES; i++) {
      BundleItem item = items.get(next);
      if (item == null || item.type() != REFERENCE) {
        return Optional.ofNullable(item)
            .filter(found -> found.type() == STRING)
            .map(BundleItem::text);
      }
      next = item.data();
    }
    return Optional.empty();
  }
}
