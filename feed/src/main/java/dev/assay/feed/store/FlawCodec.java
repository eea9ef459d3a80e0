package dev.assay.feed.store;

import dev.assay.feed.Score;
import dev.assay.feed.SourceKind;
import dev.assay.feed.Vulnerability;
import java.util.List;

/** A {@link Vulnerability} as bytes. */
final class FlawCodec {
  private static final List<SourceKind> SOURCES = List.of(SourceKind.values());

  /**
   * Shares are kept in millionths, one more than that, so that 0 is unknown; EPSS has five digits.
   */
  private static final int MILLION = 1_000_000;

  private FlawCodec() {}

  /** Without the id, the preferred source first: sorting the bytes sorts by preference. */
  static byte[] encode(Vulnerability flaw) {
    Encoder out = new Encoder();
    return out.number(SOURCES.indexOf(flaw.source()))
        .text(flaw.summary())
        .text(flaw.published())
        .texts(flaw.aliases())
        .list(
            flaw.scores(),
            score ->
                out.text(score.system())
                    .number(Math.round(score.base() * 10))
                    .text(score.vector())
                    .text(score.by()))
        .text(flaw.kevDate())
        .number(millionths(flaw.epss()))
        .number(millionths(flaw.percentile()))
        .texts(flaw.references())
        .bytes();
  }

  static Vulnerability decode(String id, Cursor in) {
    return new Vulnerability(
        id,
        in.of(SOURCES, "a source"),
        in.text(),
        in.text(),
        in.texts(),
        in.list(FlawCodec::score),
        in.text(),
        share(in),
        share(in),
        in.texts());
  }

  private static Score score(Cursor in) {
    String system = in.text();
    double base = in.below(100, "a score") / 10.0;
    return new Score(system, base, in.text(), in.text());
  }

  private static long millionths(double share) {
    return share < 0 ? 0 : 1 + Math.round(share * MILLION);
  }

  private static double share(Cursor in) {
    int value = in.below(MILLION + 1, "a share");
    return value == 0 ? -1 : (value - 1) / (double) MILLION;
  }
}
