package dev.assay.inspect.secrets;

import java.util.List;

/**
 * One secret, or sign of a back door, with all its places.
 *
 * @param rule id of the signature that found it
 * @param category {@code password}, {@code service-token}, {@code cloud-key}, {@code network-key},
 *     {@code community}, {@code password-hash}, {@code private-key}, {@code back-door}
 * @param title what it is, in words
 * @param confidence {@code high} or {@code medium}
 * @param excerpt masked
 * @param length of the secret in bytes
 * @param entropy of the secret in bits per character
 * @param places paths in the root, in order
 * @param livePlaces those that are neither documentation nor example nor test
 * @param example whether no place is live
 * @param worldReadable whether any account of the device can read it in some live place
 * @param inProgram whether some place is a compiled program or library
 * @param inWebRoot whether some place is handed out by a web server as it is
 * @param inWebScript whether some place is a script or program that a web server runs
 */
public record SecretFacts(
    String rule,
    String category,
    String title,
    String confidence,
    String excerpt,
    int length,
    double entropy,
    List<String> places,
    List<String> livePlaces,
    boolean example,
    boolean worldReadable,
    boolean inProgram,
    boolean inWebRoot,
    boolean inWebScript) {}
