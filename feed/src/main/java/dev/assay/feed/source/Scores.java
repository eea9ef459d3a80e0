package dev.assay.feed.source;

import dev.assay.feed.Score;
import us.springett.cvss.Cvss;
import us.springett.cvss.MalformedVectorException;

/** CVSS vectors and the scores that follow from them. */
final class Scores {
  private Scores() {}

  /** The score as published beside its vector; computed from the vector where it is not. */
  static Score of(String vector, double published, String by) {
    String system = system(vector);
    double base = published >= 0 ? published : base(vector);
    if (!(base >= 0 && base <= 10)) {
      throw new Unexpected("expected a CVSS score from 0 to 10, found " + base);
    }
    return new Score(system, base, vector, by);
  }

  private static String system(String vector) {
    Texts.word("CVSS vector", vector);
    int slash = vector.indexOf('/');
    String prefix = slash < 0 ? "" : vector.substring(0, slash);
    return switch (prefix) {
      case "CVSS:4.0" -> "4.0";
      case "CVSS:3.1" -> "3.1";
      case "CVSS:3.0" -> "3.0";
      default -> {
        // CVSS v2 vectors have no prefix; NVD once wrote them in brackets.
        if (vector.startsWith("AV:") || vector.startsWith("(AV:")) {
          yield "2.0";
        }
        throw new Unexpected("expected a CVSS vector, found `" + Texts.shown(vector) + "`");
      }
    };
  }

  private static double base(String vector) {
    try {
      Cvss cvss = Cvss.fromVector(vector);
      if (cvss != null) {
        return cvss.calculateScore().getBaseScore();
      }
    } catch (MalformedVectorException | IllegalArgumentException e) {
      // Told below.
    }
    throw new Unexpected("expected a CVSS vector, found `" + Texts.shown(vector) + "`");
  }
}
