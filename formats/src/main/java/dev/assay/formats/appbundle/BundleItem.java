package dev.assay.formats.appbundle;

import dev.assay.formats.axml.Element;
import dev.assay.formats.proto.ProtoMessage;
import java.util.List;

/**
 * A simple value in a bundle, as it would be in a package.
 *
 * @param type of {@code Res_value}
 * @param data number, boolean (not 0) or id of a resource
 */
record BundleItem(int type, int data, String text) {
  private static final int REFERENCE = 0x01;
  private static final int STRING = 0x03;
  private static final int DECIMAL = 0x10;
  private static final int BOOLEAN = 0x12;

  /**
   * @param raw the text it was compiled from
   */
  static BundleItem of(ProtoMessage item, String raw) {
    if (item.has(1)) {
      ProtoMessage reference = item.message(1);
      int id = (int) reference.number(2, 0);
      String name = id == 0 ? reference.text(3) : Integer.toHexString(id);
      return new BundleItem(REFERENCE, id, "@" + name);
    }
    for (int text : List.of(2, 3, 4, 5)) {
      if (item.has(text)) {
        return new BundleItem(STRING, 0, item.message(text).text(1));
      }
    }
    return item.has(7) ? primitive(item.message(7)) : new BundleItem(STRING, 0, raw);
  }

  private static BundleItem primitive(ProtoMessage primitive) {
    int value = primitive.fields().isEmpty() ? 0 : (int) primitive.fields().getLast().value();
    if (primitive.has(8)) {
      return new BundleItem(BOOLEAN, value == 0 ? 0 : -1, value == 0 ? "false" : "true");
    }
    return new BundleItem(DECIMAL, value, Integer.toString(value));
  }

  Element.Attribute named(String name, int resource) {
    return new Element.Attribute(name, resource, type, data, text);
  }
}
