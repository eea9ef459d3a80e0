package dev.assay.formats.arsc;

/** Takes the texts of a table, each once, in the default language or the first that has it. */
public interface Texts {
  /**
   * @param id of the resource
   * @param name without its type: {@code app_name}
   */
  void text(int id, String name, String text);
}
