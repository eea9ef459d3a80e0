package dev.assay.inspect.bytecode;

import java.util.List;

/**
 * The classes of one archive or folder. The lists name what was found, at most {@value #MOST} each;
 * those from {@code readsObjects} on tell of the application's own classes, where it has any: what
 * a library can do is for those to decide who use it.
 *
 * @param path of the archive or folder inside the root file system
 * @param library whether it is a library for others to use; else it holds classes of an application
 *     of this product
 * @param example whether it is an example, a test or documentation, which nothing runs
 * @param classes in it
 * @param own of them that are the application's own
 * @param release of Java that the newest class needs, but those for newer releases only: {@code
 *     21}; 0 where there are no others
 * @param worldWritable whether anyone may change it
 * @param listens how it waits for connections
 * @param connects how it connects to others
 * @param requests what of requests it takes
 * @param parses what it parses
 * @param readsObjects streams that make objects of any class
 * @param filtersObjects how it restricts of which classes
 * @param trustsAnyone TLS connections that take any certificate
 * @param acceptsAnyName TLS connections that take any name
 * @param acceptsAnyHostKey SSH connections that take any host key
 * @param oldProtocols TLS contexts of versions that are withdrawn
 * @param brokenCiphers ciphers that are broken
 * @param codeBooks block ciphers in electronic-codebook mode
 * @param weakSignatures signatures over hashes with known collisions
 * @param fixedKeys keys that stand in the code
 * @param fixedVectors initialisation vectors and nonces that stand in the code
 * @param fixedPasswords passwords that stand in the code
 * @param fewRounds keys made of passwords in fewer than 1,000 rounds
 */
public record JavaCodeFacts(
    String path,
    boolean library,
    boolean example,
    int classes,
    int own,
    int release,
    boolean worldWritable,
    List<String> listens,
    List<String> connects,
    List<String> requests,
    List<String> parses,
    List<String> readsObjects,
    List<String> filtersObjects,
    List<String> trustsAnyone,
    List<String> acceptsAnyName,
    List<String> acceptsAnyHostKey,
    List<String> oldProtocols,
    List<String> brokenCiphers,
    List<String> codeBooks,
    List<String> weakSignatures,
    List<String> fixedKeys,
    List<String> fixedVectors,
    List<String> fixedPasswords,
    List<String> fewRounds) {
  static final int MOST = 20;
}
