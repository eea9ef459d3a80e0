package dev.assay.inspect.android.library;

import dev.assay.inspect.android.AndroidPackageFacts.Exported;
import java.util.List;
import java.util.Map;

/**
 * What an Android library (AAR) brings into the apps that take it.
 *
 * @param packageName its namespace
 * @param minSdk oldest API level it is for
 * @param permissions it makes apps ask for, sorted
 * @param exported its parts that other apps can then reach, in the order of the manifest; those a
 *     filter exports are so in apps for API levels below 31
 * @param starters its providers, which the system starts with the app, before any code of the app
 *     runs
 * @param cleartextTraffic whether it allows the whole app plain HTTP
 * @param debuggable whether it lets a debugger attach to the app
 * @param metaData it adds to the application, by name
 * @param queries packages it asks after by name, sorted
 * @param sdks ids of the known libraries its classes are of, sorted
 * @param kinds what those are for, sorted: {@code ads}, {@code analytics} …
 * @param classes how many classes its archives hold
 * @param abis it has native code for, sorted
 */
public record LibraryFacts(
    String packageName,
    int minSdk,
    List<String> permissions,
    List<Exported> exported,
    List<String> starters,
    boolean cleartextTraffic,
    boolean debuggable,
    Map<String, String> metaData,
    List<String> queries,
    List<String> sdks,
    List<String> kinds,
    int classes,
    List<String> abis) {}
