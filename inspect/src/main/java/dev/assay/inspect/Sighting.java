package dev.assay.inspect;

import dev.assay.model.Evidence;
import dev.assay.model.RiskSigns;
import dev.assay.model.RiskSigns.Exposure;
import java.util.Optional;

/**
 * Something that code was seen to do.
 *
 * @param what as a table names it
 */
public record Sighting(String what, Evidence where) {
  /** The signs of code by the first of what it was seen to do, the most exposed of which counts. */
  public static RiskSigns exposed(
      RiskSigns signs,
      Optional<Sighting> serves,
      Optional<Sighting> connects,
      Optional<Sighting> parses) {
    Optional<Sighting> input = serves.or(() -> connects).or(() -> parses);
    RiskSigns parsing =
        signs.withParsesInput(
            input.isPresent(),
            input.map(seen -> "handles input: " + seen.what()).orElse("no sign of input"),
            input.map(Sighting::where));
    if (serves.isPresent()) {
      return serves.get().with(parsing, Exposure.LISTENS, "serves: ");
    }
    if (connects.isPresent()) {
      return connects.get().with(parsing, Exposure.CLIENT, "connects: ");
    }
    if (parses.isPresent()) {
      return parses.get().with(parsing, Exposure.PARSES_FOREIGN_DATA, "parses: ");
    }
    return parsing.withExposure(Exposure.NONE, "no sign of network or foreign data");
  }

  private RiskSigns with(RiskSigns signs, Exposure exposure, String how) {
    return signs.withExposure(exposure, how + what, Optional.of(where));
  }
}
