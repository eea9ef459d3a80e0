package dev.assay.formats.arsc;

/** Takes the resources of a table, each in each configuration. */
public interface Entries {
  /**
   * @param id of the resource
   * @param name with its type: {@code string/app_name}
   * @param configuration language and the bytes that say which; empty for the default
   * @param value a text, number or truth as it is, other types by type and data; of several values
   *     each behind the id of its attribute, the parent first
   */
  void entry(int id, String name, String configuration, String value);
}
