/**
 * Where two products differ: shipped against rebuilt, release against release.
 *
 * <p>Members are paired by path, then by content, then by path without its digits. Only what
 * differs is opened. A pair of contents is taken apart as {@code formats/} reads it; what a
 * container or encoding adds to its members, and each content that has none, goes through a {@link
 * dev.assay.compare.normal.Normaliser}: if both sides are the same without what builds may leave
 * different, they are equivalent and what was left out is named; else {@link
 * dev.assay.compare.change.Changes} says what changed, or the content is opaque.
 *
 * <p>Equal members do not make equal containers: what nobody reads who reads the members (comments,
 * extra fields, skippable frames, unused blocks, bytes behind the end) is kept by the normaliser,
 * and what differs in it is a change.
 */
@NullMarked
package dev.assay.compare;

import org.jspecify.annotations.NullMarked;
