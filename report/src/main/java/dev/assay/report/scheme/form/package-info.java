/**
 * Evidence forms, one a test. Their fields are those by which ETSI TS 104 105 V7.0.0 (the security
 * tests of O-RAN) and 3GPP TS 33.117 write a test down, in their order: name, reference and
 * description of the requirement, threat, device under test, name of the test, its purpose and what
 * it applies to, setup, procedure, expected results, expected format of evidence. What was found
 * and the verdict follow. Instead of references to a catalogue of threats stands the threat itself.
 */
@NullMarked
package dev.assay.report.scheme.form;

import org.jspecify.annotations.NullMarked;
