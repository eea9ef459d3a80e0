/**
 * Keys wherever they lie: private keys (PKCS#1, PKCS#8, SEC 1, OpenSSH, PuTTY, dropbear), key
 * stores (PKCS#12, JKS, JCEKS, BKS), keys that let somebody log in.
 *
 * <p>{@link dev.assay.inspect.keys.KeyMaterialInspector} reads each content once and finds
 * certificates, keys and stores together: they stand in the same files, and what belongs together
 * is told by the digest of the public key.
 */
@NullMarked
package dev.assay.inspect.keys;

import org.jspecify.annotations.NullMarked;
