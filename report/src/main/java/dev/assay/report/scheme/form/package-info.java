/** Evidence forms, one a test, with the fields that security assurance test reports have. */
@NullMarked
package dev.assay.report.scheme.form;

import org.jspecify.annotations.NullMarked;
