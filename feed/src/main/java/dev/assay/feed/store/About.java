package dev.assay.feed.store;

import dev.assay.feed.SourceKind;
import dev.assay.feed.source.LeftOut;
import dev.assay.feed.source.Refusal;
import dev.assay.feed.source.Tally;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What a feed says of itself.
 *
 * @param day the day its inputs stand for, {@code 2026-11-24}: as told at import, else the newest
 *     day in the data; empty if there is none
 * @param leftOut files that lay beside the data and hold none
 */
public record About(String day, List<FeedSource> sources, LeftOut leftOut) {
  private static final List<SourceKind> KINDS = List.of(SourceKind.values());

  static About of(String day, Collection<Tally> tallies, LeftOut leftOut) {
    String newest = tallies.stream().map(Tally::newest).max(Comparator.naturalOrder()).orElse("");
    return new About(
        day.isEmpty() ? newest : day,
        tallies.stream().sorted(Comparator.comparing(Tally::kind)).map(About::source).toList(),
        leftOut);
  }

  private static FeedSource source(Tally tally) {
    return new FeedSource(
        tally.kind(),
        tally.accepted(),
        tally.withdrawn(),
        tally.refused(),
        tally.partial(),
        tally.newest(),
        tally.refusals().stream()
            .sorted(
                Comparator.comparing(Refusal::file)
                    .thenComparingLong(Refusal::record)
                    .thenComparing(Refusal::reason))
            .toList());
  }

  byte[] encode() {
    Encoder out = new Encoder();
    return out.text(day)
        .list(
            sources,
            source ->
                out.number(KINDS.indexOf(source.kind()))
                    .number(source.accepted())
                    .number(source.withdrawn())
                    .number(source.refused())
                    .number(source.partial())
                    .text(source.newest())
                    .list(
                        source.refusals(),
                        refusal ->
                            out.text(refusal.file())
                                .number(refusal.record())
                                .text(refusal.id())
                                .text(refusal.reason())))
        .number(leftOut.count())
        .list(leftOut.names(), out::text)
        .bytes();
  }

  static About decode(Cursor in) {
    return new About(in.text(), in.list(About::source), new LeftOut(in.number(), in.texts()));
  }

  private static FeedSource source(Cursor in) {
    return new FeedSource(
        in.of(KINDS, "a source"),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.text(),
        in.list(each -> new Refusal(each.text(), each.number(), each.text(), each.text())));
  }
}
