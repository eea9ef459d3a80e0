package dev.assay.catalogue.forge;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Android libraries (AAR).
 *
 * <p>Parameters: {@code manifest} (text inside of the element of the manifest), {@code classes}
 * (names of empty classes), {@code files} (texts by path).
 */
public final class LibraryForge implements Forge {
  private static final String START =
      "<manifest xmlns:android=\"http://schemas.android.com/apk/res/android\" "
          + "package=\"test.library\">\n";

  @Override
  public String name() {
    return "aar";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    String manifest = START + p.text("manifest", "") + "\n</manifest>\n";
    List<String> names = p.texts("classes");
    Map<String, Object> files = p.map("files", Map.of());
    p.done();
    Map<String, byte[]> classes = new LinkedHashMap<>();
    names.forEach(name -> classes.put(name.replace('.', '/') + ".class", new byte[0]));
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("AndroidManifest.xml", manifest.getBytes(StandardCharsets.UTF_8));
    members.put("classes.jar", archive(classes));
    files.forEach(
        (path, text) -> members.put(path, text.toString().getBytes(StandardCharsets.UTF_8)));
    return archive(members);
  }

  private static byte[] archive(Map<String, byte[]> members) {
    return StoredZip.of(members, parts -> new byte[0]);
  }
}
