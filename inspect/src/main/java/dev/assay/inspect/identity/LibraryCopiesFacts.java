package dev.assay.inspect.identity;

import java.util.List;

/**
 * Where in a product a library is, whoever brought it there: packages, programs that were linked
 * with it, images inside images.
 *
 * @param library its name: {@code libcrypto}
 * @param versions all that its copies tell, ordered
 * @param full files that hold at least three quarters of its parts
 * @param fullForOneMachine the most of them that are built for one architecture: an app brings a
 *     library once for each
 * @param partial files that hold at least a quarter
 * @param fragments files that hold less
 * @param places each of these files
 */
public record LibraryCopiesFacts(
    String library,
    List<String> versions,
    int full,
    int fullForOneMachine,
    int partial,
    int fragments,
    List<LibraryPlace> places) {}
