@org.jspecify.annotations.NullMarked
package dev.assay.verify.json;
