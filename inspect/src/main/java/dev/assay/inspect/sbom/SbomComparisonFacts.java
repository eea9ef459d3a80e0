package dev.assay.inspect.sbom;

import java.util.List;

/**
 * What the maker's bills of materials say against what was found.
 *
 * @param inside number of packages and products found that a bill of materials is to list
 * @param listed number of components that are listed
 * @param missing found inside and not listed, with version
 * @param extra listed and not inside: packages that the product's package database does not have,
 *     and files that are not there
 * @param wrongVersion listed in another version than was found
 * @param wrongHash files listed with another SHA-256 than they have
 * @param unseen listed, and neither found nor ruled out: what Assay cannot recognise
 */
public record SbomComparisonFacts(
    int inside,
    int listed,
    List<String> missing,
    List<String> extra,
    List<String> wrongVersion,
    List<String> wrongHash,
    List<String> unseen) {}
