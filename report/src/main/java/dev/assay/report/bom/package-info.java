/** What bills of materials of any format are made from: the parts of a product as a list. */
@NullMarked
package dev.assay.report.bom;

import org.jspecify.annotations.NullMarked;
