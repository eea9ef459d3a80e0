package dev.assay.inspect.kernel;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfFile;
import dev.assay.formats.elf.Section;
import dev.assay.inspect.ContentInspector;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a kernel module's {@code .modinfo} and sees whether a signature is appended. */
public final class ModuleInspector implements ContentInspector<ModuleFacts> {
  /** Ends a signed module (Documentation/admin-guide/module-signing.rst). */
  private static final String SIGNED = "~Module signature appended~\n";

  private static final int MAX_INFO = 1 << 20;

  @Override
  public Class<ModuleFacts> facts() {
    return ModuleFacts.class;
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return type.equals(ElfFile.OBJECT);
  }

  @Override
  public Optional<ModuleFacts> inspect(Bytes content) {
    Optional<Section> info = Elf.read(content).section(".modinfo");
    if (info.isEmpty()) {
      return Optional.empty();
    }
    Block block =
        content.blockUpTo(
            Math.clamp(info.get().offset(), 0, content.size()),
            (int) Math.clamp(info.get().size(), 0, MAX_INFO));
    Map<String, String> values = new HashMap<>();
    int at = 0;
    while (at < block.size()) {
      String pair = block.cString(at, 4096);
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
      }
      at += pair.length() + 1;
    }
    boolean signed = content.has(content.size() - SIGNED.length(), SIGNED);
    return Optional.of(
        new ModuleFacts(
            values.getOrDefault("name", ""),
            values.getOrDefault("license", ""),
            values.getOrDefault("vermagic", ""),
            signed,
            values.getOrDefault("version", ""),
            values.getOrDefault("intree", "").equals("Y")));
  }
}
