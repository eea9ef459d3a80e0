/**
 * What tiny functions of libraries tell, decoded from their instructions: {@link
 * dev.assay.inspect.identity.code.Call} follows code that only sets registers to numbers, stores
 * such numbers where its arguments point, and returns. An instruction that is not among the few
 * that its {@link dev.assay.inspect.identity.code.Processor} knows ends it without an answer.
 */
@NullMarked
package dev.assay.inspect.identity.code;

import org.jspecify.annotations.NullMarked;
