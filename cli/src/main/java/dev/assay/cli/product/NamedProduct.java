package dev.assay.cli.product;

import dev.assay.formats.Bytes;
import dev.assay.inspect.scan.Source;
import dev.assay.inspect.support.SupportPeriodInspector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A product before it is read.
 *
 * @param profile the catalogue profile it says it belongs to; empty where it says none
 */
public record NamedProduct(String name, String version, String profile, List<Source> sources) {
  public NamedProduct {
    sources = List.copyOf(sources);
  }

  /**
   * The product with a privacy declaration as one more part, under the name inspection knows it by.
   *
   * @param file {@code privacy.yaml}, or the CSV file Google Play exports
   */
  public NamedProduct declaring(Path file) throws BadProduct {
    return with(file.toString().endsWith(".csv") ? "data_safety_export.csv" : "privacy.yaml", file);
  }

  /**
   * The product with the maker's bills of materials as further parts, under names inspection knows
   * them by.
   *
   * @param files CycloneDX as JSON or XML, SPDX as JSON
   */
  public NamedProduct listedIn(List<Path> files) throws BadProduct {
    NamedProduct whole = this;
    for (int i = 0; i < files.size(); i++) {
      String form = files.get(i).toString().endsWith(".xml") ? ".xml" : ".json";
      whole = whole.with("sbom-" + (i + 1) + form, files.get(i));
    }
    return whole;
  }

  private NamedProduct with(String part, Path file) throws BadProduct {
    if (sources.stream().anyMatch(source -> source.name().equals(part))) {
      throw new BadProduct("the product already has a part named " + part);
    }
    List<Source> all = new ArrayList<>(sources);
    all.add(new Source.OnHost(part, Products.existing(file.toString())));
    return new NamedProduct(name, version, profile, all);
  }

  /**
   * The product with its support period as one more part.
   *
   * @param until last day on which it gets security updates
   */
  NamedProduct supported(LocalDate until) {
    List<Source> all = new ArrayList<>(sources);
    byte[] text = ("until: " + until + "\n").getBytes(StandardCharsets.UTF_8);
    all.add(new Source.InMemory(SupportPeriodInspector.FILE, Bytes.of(text)));
    return new NamedProduct(name, version, profile, all);
  }
}
