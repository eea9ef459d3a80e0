package dev.assay.inspect.opaque;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.inspect.ContentInspector;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the header of a LUKS volume.
 *
 * <pre>
 * 0  "LUKS" BA BE    6  u16 version
 * version 1: 8  char[32] cipher    40  char[32] mode    72  char[32] hash
 * version 2: 8  u64 header size    4096  JSON: "encryption":"aes-xts-plain64", "hash":"sha256", "type":"argon2id"
 * </pre>
 */
public final class LuksInspector implements ContentInspector<LuksFacts> {
  private static final int JSON_AT = 4096;
  private static final int JSON_MAX = 64 << 10;
  private static final Pattern ENCRYPTION =
      Pattern.compile("\"encryption\"\\s*:\\s*\"([a-z0-9]+)-([^\"]{1,60})\"");
  private static final Pattern HASH = Pattern.compile("\"hash\"\\s*:\\s*\"([a-z0-9_-]{1,30})\"");

  @Override
  public Class<LuksFacts> facts() {
    return LuksFacts.class;
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return type.equals("application/vnd.cryptsetup.luks");
  }

  @Override
  public Optional<LuksFacts> inspect(Bytes content) {
    Block head = content.block(0, 104);
    int version = head.u16be(6);
    if (version == 1) {
      return Optional.of(
          new LuksFacts(1, head.cString(8, 32), head.cString(40, 32), head.cString(72, 32)));
    }
    if (content.size() <= JSON_AT) {
      return Optional.of(new LuksFacts(version, "", "", ""));
    }
    Block json = content.blockUpTo(JSON_AT, JSON_MAX);
    String text = json.latin1(0, json.size());
    Matcher cipher = ENCRYPTION.matcher(text);
    Matcher hash = HASH.matcher(text);
    boolean found = cipher.find();
    return Optional.of(
        new LuksFacts(
            version,
            found ? cipher.group(1) : "",
            found ? cipher.group(2) : "",
            hash.find() ? hash.group(1) : ""));
  }
}
