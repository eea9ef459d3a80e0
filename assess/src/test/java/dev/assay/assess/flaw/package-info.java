@org.jspecify.annotations.NullMarked
package dev.assay.assess.flaw;
