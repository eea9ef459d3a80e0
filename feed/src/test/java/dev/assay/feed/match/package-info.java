@org.jspecify.annotations.NullMarked
package dev.assay.feed.match;
