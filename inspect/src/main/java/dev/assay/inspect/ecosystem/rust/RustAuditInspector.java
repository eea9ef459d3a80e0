package dev.assay.inspect.ecosystem.rust;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfFile;
import dev.assay.formats.elf.Section;
import dev.assay.formats.json.Json;
import dev.assay.inspect.ContentInspector;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads the ELF section {@code .dep-v0} (rust-audit-info): zlib-compressed JSON with {@code
 * packages}, each with {@code name}, {@code version} and, where only the build needed it, {@code
 * kind: build}.
 */
public final class RustAuditInspector implements ContentInspector<RustAuditFacts> {
  private static final String SECTION = ".dep-v0";
  private static final int MAX_SIZE = 8 << 20;

  @Override
  public Class<RustAuditFacts> facts() {
    return RustAuditFacts.class;
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public List<String> markers() {
    return List.of(SECTION);
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return markers.contains(SECTION) && ElfFile.isLinked(type);
  }

  @Override
  public Optional<RustAuditFacts> inspect(Bytes content) {
    Optional<Section> section = Elf.read(content).section(SECTION);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    int size = (int) Math.clamp(section.get().size(), 0, MAX_SIZE);
    byte[] packed = content.block(section.get().offset(), size).bytes(0, size);
    List<RustCrate> crates = new ArrayList<>();
    for (Json each : Json.parse(inflated(packed)).get("packages").items()) {
      boolean inProgram = !each.get("kind").text().equals("build");
      if (inProgram) {
        crates.add(new RustCrate(each.get("name").text(), each.get("version").text()));
      }
    }
    return Optional.of(new RustAuditFacts(List.copyOf(crates)));
  }

  private static byte[] inflated(byte[] packed) {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(packed);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int count = inflater.inflate(buffer);
          count > 0 && out.size() <= MAX_SIZE;
          count = inflater.inflate(buffer)) {
        out.write(buffer, 0, count);
      }
      if (out.size() > MAX_SIZE) {
        throw new Malformed("rust.audit", -1, "more than " + MAX_SIZE + " bytes of audit data");
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new Malformed("rust.audit", -1, "expected zlib data");
    }
  }
}
