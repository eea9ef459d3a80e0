package dev.assay.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes pages by their templates (Mustache); values are escaped. */
public final class HtmlTemplate {
  private static final int BUFFER = 1 << 16;

  private HtmlTemplate() {}

  /**
   * @param page a record with a value for each name of the template
   * @throws IOException if there is no room for it
   */
  public static void write(String template, Record page, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    try {
      Mustache.compiler()
          .escapeHTML(true)
          .emptyStringIsFalse(true)
          .strictSections(true)
          .compile(template)
          .execute(page, writer);
    } catch (MustacheException e) {
      // The library hides what the writer said.
      if (e.getCause() instanceof IOException unwritten) {
        throw unwritten;
      }
      throw e;
    }
    writer.flush();
  }
}
