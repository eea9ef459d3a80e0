package dev.assay.inspect.sbom;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.json.Json;
import dev.assay.inspect.ContentInspector;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads bills of materials of any of the formats, told by their content. */
public final class SbomReader implements ContentInspector<SbomContent> {
  private static final String CYCLONE_DX = "cyclonedx";
  private static final String SPDX = "spdxversion";
  private static final int LARGEST = 24 << 20;
  private static final int HEAD = 256;

  @Override
  public Class<SbomContent> facts() {
    return SbomContent.class;
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public List<String> markers() {
    return List.of(CYCLONE_DX, SPDX);
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return (markers.contains(CYCLONE_DX) || markers.contains(SPDX)) && first(content) != 0;
  }

  @Override
  public Optional<SbomContent> inspect(Bytes content) {
    if (content.size() > LARGEST) {
      return Optional.of(failed("larger than " + LARGEST + " bytes"));
    }
    byte[] document = content.toArray(LARGEST);
    try {
      Json json = first(content) == '<' ? CycloneDxXml.read(document) : Json.parse(document);
      if (first(content) == '<' || json.get("bomFormat").text().equals("CycloneDX")) {
        return Optional.of(read(CycloneDxJson.read(json)));
      }
      return json.get("spdxVersion").text().startsWith("SPDX-2.")
          ? Optional.of(read(SpdxJson.read(json)))
          : Optional.empty();
    } catch (Malformed damage) {
      return Optional.of(failed(damage.problem().message()));
    }
  }

  private static SbomContent read(SbomFacts facts) {
    return new SbomContent(List.of(facts), "");
  }

  private static SbomContent failed(String why) {
    return new SbomContent(List.of(), why);
  }

  /** The first character if a document of these formats starts with it, else 0. */
  private static int first(Bytes content) {
    Block start = content.blockUpTo(0, HEAD);
    String head = start.latin1(0, start.size()).strip();
    String text = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3).strip() : head;
    return text.startsWith("{") || text.startsWith("<") ? text.charAt(0) : 0;
  }
}
