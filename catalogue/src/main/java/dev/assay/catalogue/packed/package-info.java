/**
 * The compiled catalogue as one resource per profile.
 *
 * <p>Layout, all numbers big-endian, {@code n} an unsigned LEB128 number:
 *
 * <pre>
 * "ASYC"  4 bytes
 * version 1 byte, 4
 * n       number of strings, then each: n bytes of UTF-8, then those
 * n       profile (index of a string), n title
 * n       number of cases, then each:
 *           n id, n revision, n family, n title, n component, n applies, n expect,
 *           1 byte severity, n weakness, n because, n mitigate, n count + requirements, 1 byte depth,
 *           expression applies, expression expect
 * n       number of identities, then each:
 *           n id, n revision, n digest, n weakness, 1 byte whether it was measured and, where it was,
 *           n day and four times n samples, n wrong ones
 * n       number of planned tests, then each:
 *           n id, n title, n requirement, n count + needs, n why
 * </pre>
 *
 * An expression is one byte for its sort ({@link dev.assay.catalogue.packed.Sort}) and its parts in
 * the order of the record.
 */
@NullMarked
package dev.assay.catalogue.packed;

import org.jspecify.annotations.NullMarked;
