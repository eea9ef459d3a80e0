/**
 * Update bundles of RAUC (its reference, "Bundle formats"): a SquashFS, behind it its signature.
 *
 * <pre>
 * SquashFS                  with manifest.raucm and the images; format verity: behind it the hash tree of dm-verity
 * CMS signed data, in DER   (RFC 5652): format plain: detached; format verity: its content is the manifest
 * u64be                     size of the signature
 * </pre>
 *
 * In bundles of the format crypt the SquashFS is encrypted; these are not recognised.
 */
@NullMarked
package dev.assay.formats.rauc;

import org.jspecify.annotations.NullMarked;
