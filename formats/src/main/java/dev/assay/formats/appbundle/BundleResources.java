package dev.assay.formats.appbundle;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.arsc.References;
import dev.assay.formats.proto.ProtoMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The simple values among the resources of an app bundle's module. */
public final class BundleResources {
  private static final int MAX_SIZE = 64 << 20;
  private static final int REFERENCE = 0x01;
  private static final int STRING = 0x03;

  private final Map<Integer, Values> items = new HashMap<>();

  /**
   * What a resource is on devices.
   *
   * @param standard that of the default language, else the first
   * @param varies whether another is another, or is none
   */
  private record Values(BundleItem standard, boolean varies) {}

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

  private void add(int id, ProtoMessage entry) {
    List<BundleItem> all = new ArrayList<>();
    Optional<BundleItem> standard = Optional.empty();
    List<ProtoMessage> configured = entry.messages(6);
    for (ProtoMessage each : configured) {
      ProtoMessage value = each.message(2);
      if (value.has(4)) {
        BundleItem item = BundleItem.of(value.message(4), "");
        all.add(item);
        if (standard.isEmpty() && each.message(1).text(3).isEmpty()) {
          standard = Optional.of(item);
        }
      }
    }
    if (!all.isEmpty()) {
      BundleItem first = all.getFirst();
      boolean varies = all.size() < configured.size() || !all.stream().allMatch(first::equals);
      items.put(id, new Values(standard.orElse(first), varies));
    }
  }

  /** The string a resource comes to: a text, or the path of a file. References are followed. */
  public Optional<String> text(int id) {
    return item(id, each -> true).filter(found -> found.type() == STRING).map(BundleItem::text);
  }

  /**
   * What a resource is on every device: a text, a number, {@code true} or {@code false}; empty
   * where devices differ. References are followed.
   *
   * @throws Malformed {@code arsc.cycle} where they have no end
   */
  public Optional<String> constant(int id) {
    return item(id, each -> !each.varies()).map(BundleItem::text);
  }

  /**
   * @param counts whether to go by a resource
   */
  private Optional<BundleItem> item(int id, Predicate<Values> counts) {
    int next = id;
    for (int i = 0; i < References.MOST; i++) {
      Values values = items.get(next);
      if (values == null || !counts.test(values)) {
        return Optional.empty();
      }
      BundleItem item = values.standard();
      if (item.type() != REFERENCE) {
        return Optional.of(item);
      }
      next = item.data();
    }
    throw References.endless(id);
  }
}
