package dev.assay.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Published schemas that reports are held against. */
final class Schemas {
  private Schemas() {}

  /** What is wrong with a document by a schema of the class path, formats included. */
  static List<Error> mistakes(String resource, SpecificationVersion version, String document)
      throws IOException {
    try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(resource))) {
      Schema schema = SchemaRegistry.withDefaultDialect(version).getSchema(in);
      return schema.validate(
          document,
          InputFormat.JSON,
          context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
  }
}
