package dev.assay.inspect.android.manifest;

import dev.assay.formats.Bytes;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.formats.axml.AndroidXml;
import dev.assay.inspect.ContentInspector;
import java.util.Optional;
import java.util.Set;

/** Reads the manifest of one Android package. */
public final class ManifestReader implements ContentInspector<ManifestFacts> {
  @Override
  public Class<ManifestFacts> facts() {
    return ManifestFacts.class;
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return ApkDirectory.isPackage(type, content);
  }

  @Override
  public Optional<ManifestFacts> inspect(Bytes content) {
    // A library (AAR) has its manifest as text.
    return ApkDirectory.of(content)
        .flatMap(directory -> directory.open("AndroidManifest.xml"))
        .filter(xml -> !xml.has(0, "<"))
        .map(xml -> new Declarations(AndroidXml.read(xml)).facts())
        .filter(facts -> !facts.packageName().isEmpty());
  }
}
