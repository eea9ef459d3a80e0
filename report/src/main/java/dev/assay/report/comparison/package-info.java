/** Views of two products compared: text, JSON, and a page that shows both sides. */
@NullMarked
package dev.assay.report.comparison;

import org.jspecify.annotations.NullMarked;
