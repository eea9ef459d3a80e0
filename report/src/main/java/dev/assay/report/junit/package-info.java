/** JUnit XML, for continuous integration servers. */
@NullMarked
package dev.assay.report.junit;

import org.jspecify.annotations.NullMarked;
