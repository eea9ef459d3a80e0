package dev.assay.feed.store;

import dev.assay.feed.SourceKind;
import dev.assay.feed.source.Refusal;
import java.util.List;

/**
 * What of one kind of source went into a feed.
 *
 * @param accepted records taken
 * @param withdrawn records that the source itself took back
 * @param refused records that could not be understood
 * @param partial accepted records of which some products could not be taken
 * @param newest newest day in the data, empty if it holds none
 * @param refusals the first of the refused and partial ones, ordered
 */
public record FeedSource(
    SourceKind kind,
    long accepted,
    long withdrawn,
    long refused,
    long partial,
    String newest,
    List<Refusal> refusals) {}
