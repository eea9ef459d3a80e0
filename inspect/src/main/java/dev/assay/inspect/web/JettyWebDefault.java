package dev.assay.inspect.web;

import dev.assay.inspect.tree.SourceFile;
import java.util.Optional;

/** What {@code webdefault.xml} gives all web applications of a Jetty: listings, refused methods. */
final class JettyWebDefault {
  private static final int WINDOW = 6;

  private JettyWebDefault() {}

  static void describe(Optional<SourceFile> file, Sheet sheet) {
    if (file.isEmpty()) {
      sheet.listedPaths.unknown("webdefault.xml is not in the image");
      sheet.trace.unknown("webdefault.xml is not in the image");
      return;
    }
    boolean refused = false;
    boolean commented = false;
    int within = 0;
    for (SourceFile.Line line : file.get().lines()) {
      String text = line.text().strip();
      // Comments of this file stand on lines of their own.
      commented |= text.startsWith("<!--");
      if (!commented) {
        if (text.contains("<http-method>TRACE</http-method>")) {
          refused = true;
          sheet.trace.set(false, Excerpts.at(file.get(), line));
        }
        within = text.contains("<param-name>dirAllowed</param-name>") ? WINDOW : within - 1;
        if (within > 0 && text.contains("<param-value>true</param-value>")) {
          sheet.listedPaths.add("web applications", Excerpts.at(file.get(), line));
        }
        within = text.contains("<param-value>") ? 0 : within;
      }
      commented &= !text.endsWith("-->");
    }
    if (!refused) {
      sheet.trace.set(true, file.get().whole("no constraint refuses TRACE"));
    }
  }
}
