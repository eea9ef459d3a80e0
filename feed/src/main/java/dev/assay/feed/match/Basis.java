package dev.assay.feed.match;

/** What a decision rests on, surest first. */
public enum Basis {
  /** The distribution that built the package says so of its release. */
  DISTRIBUTION,
  /** The advisory names the package in its own ecosystem. */
  ECOSYSTEM,
  /** The upstream version lies in a range given for the product's CPE name. */
  UPSTREAM_VERSION
}
