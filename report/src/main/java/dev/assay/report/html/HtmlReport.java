package dev.assay.report.html;

import dev.assay.evidence.Bundle;
import dev.assay.model.Evaluation;
import dev.assay.model.ProgramFile;
import dev.assay.report.HtmlTemplate;
import dev.assay.report.Overview;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Fills {@code report.mustache}; the template escapes every text. The content security policy
 * allows this page's own script only.
 */
public final class HtmlReport implements Bundle.View {
  @Override
  public String fileName() {
    return "report.html";
  }

  @Override
  public void write(Evaluation evaluation, String root, OutputStream out) throws IOException {
    String script = resource("report.js");
    Page page =
        new PageBuilder(Overview.of(evaluation))
            .build(root, resource("report.css"), script, hash(script));
    HtmlTemplate.write(resource("report.mustache"), page, out);
  }

  private static String resource(String name) {
    return ProgramFile.text(HtmlReport.class, name);
  }

  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
