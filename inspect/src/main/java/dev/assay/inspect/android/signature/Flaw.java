package dev.assay.inspect.android.signature;

/**
 * What is wrong with a signature.
 *
 * @param scheme {@code v1} … {@code v4}
 * @param code what kind of fault:
 *     <ul>
 *       <li>{@code content} – the content is not what was signed
 *       <li>{@code blocks} – the root hash is not that of the package's blocks
 *       <li>{@code tree} – the tree of hashes does not lead to the root hash
 *       <li>{@code member-changed}, {@code member-unsigned}, {@code member-missing}, {@code
 *           member-repeated} – one member of the archive is not
 *       <li>{@code manifest} – the list of digests is not what was signed
 *       <li>{@code signature} – the signature is not of the certificate's key
 *       <li>{@code key} – the key is not the certificate's
 *       <li>{@code algorithms} – digests and signatures are of different algorithms, or of none
 *           that is known
 *       <li>{@code levels} – the API levels are not those that were signed
 *       <li>{@code stripped} – it says that another scheme was there, which is gone
 *       <li>{@code lineage} – the proof of rotation does not lead to the signer
 *       <li>{@code chain} – a certificate is not issued by the one after it
 *       <li>{@code unread} – it could not be read, or not wholly
 *     </ul>
 *
 * @param place member, or offset in the package
 * @param found in a sentence
 */
public record Flaw(String scheme, String code, String place, String found) {}
