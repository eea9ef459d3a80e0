package dev.assay.compare.change.language;

import dev.assay.compare.change.Cursor;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Binary schemas of Apache XMLBeans (SchemaTypeSystemImpl): header, pool of strings, and of an
 * index what it lists. All numbers are big-endian.
 *
 * <pre>
 *  0  4  magic DA7ABABE
 *  4  2  major version, minor version (2), from 2.18 on release (2)
 *     2  kind of file
 *     2  one more than the strings, each behind its length (2)
 *        index: handles: count, each name and kind of file
 *        ten lists: count, each [namespace] name, handle; the last but one is of class names, the
 *        last of namespaces
 * </pre>
 */
public final class XmlBeansValues implements Values {
  private static final int MAX = 64 << 20;
  private static final int MAGIC = 0xDA7ABABE;
  private static final int INDEX = 1;
  private static final int WITH_RELEASE = 18;

  private static final List<String> KINDS =
      List.of(
          "0",
          "index",
          "type",
          "element",
          "attribute",
          "pointer",
          "model group",
          "attribute group",
          "identity constraint");

  private static final List<String> LISTS =
      List.of(
          "element",
          "attribute",
          "model group",
          "attribute group",
          "identity constraint",
          "type",
          "document type",
          "attribute type");

  @Override
  public String what() {
    return "schema";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.isEmpty() && content.size() >= 12 && content.block(0, 4).i32be(0) == MAGIC;
  }

  @Override
  public ValueSet of(Bytes content) {
    Cursor cursor = new Cursor(content, ByteOrder.BIG_ENDIAN, MAX);
    Numbered values = new Numbered();
    cursor.moveTo(4);
    int major = cursor.u16();
    int minor = cursor.u16();
    int release = major > 2 || minor >= WITH_RELEASE ? cursor.u16() : 0;
    values.add("version", major + "." + minor + "." + release);
    int kind = cursor.u16();
    values.add("kind", name(KINDS, kind));
    String[] strings = new String[Math.max(1, cursor.count(cursor.u16()))];
    strings[0] = "";
    for (int i = 1; i < strings.length; i++) {
      strings[i] = cursor.text(cursor.u16());
      values.add("string " + i, strings[i]);
    }
    if (kind == INDEX) {
      index(cursor, strings, values);
    }
    values.rest("rest", content, cursor.at());
    return values.toValueSet();
  }

  private static void index(Cursor cursor, String[] strings, Numbered values) {
    int handles = cursor.u16();
    for (int i = 1; i <= handles; i++) {
      values.add("handle " + i, string(cursor, strings) + ", " + name(KINDS, cursor.u16()));
    }
    for (String list : LISTS) {
      int entries = cursor.u16();
      values.add("number of " + list + "s", String.valueOf(entries));
      for (int i = 1; i <= entries; i++) {
        String namespace = string(cursor, strings);
        String name = string(cursor, strings) + "@" + namespace;
        values.add(list + " " + i, name + " = " + string(cursor, strings));
      }
    }
    int classes = cursor.u16();
    for (int i = 1; i <= classes; i++) {
      values.add("class " + i, string(cursor, strings) + " = " + string(cursor, strings));
    }
    int namespaces = cursor.u16();
    for (int i = 1; i <= namespaces; i++) {
      values.add("namespace " + i, string(cursor, strings));
    }
  }

  private static String string(Cursor cursor, String[] strings) {
    int number = cursor.u16();
    return number < strings.length ? strings[number] : "string " + number;
  }

  private static String name(List<String> names, int number) {
    return number < names.size() ? names.get(number) : String.valueOf(number);
  }
}
