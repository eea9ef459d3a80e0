package dev.assay.inspect.privacy;

import dev.assay.inspect.android.code.AndroidCodeFacts.Host;
import dev.assay.inspect.android.code.AndroidCodeFacts.Use;
import dev.assay.inspect.android.code.AndroidCodeFacts.UsedLibrary;
import dev.assay.inspect.privacy.DeclarationFacts.DeclaredData;
import java.util.List;
import java.util.Map;

/**
 * What an app was seen to do with personal data, and what is declared of it.
 *
 * @param packageName its identity
 * @param permissions it asks for
 * @param network whether it may use the network at all
 * @param cleartext whether the system lets it talk to some host without TLS
 * @param metaData of the application, by name
 * @param queries packages it asks after by name
 * @param foreground what its services may do while other apps are in front: {@code camera}
 * @param whole whether all of its code was read; unknown where part of it is hidden
 * @param calls uses of interfaces that give personal data, by {@code class.member}
 * @param data uses by type of data
 * @param libraries of others at work
 * @param hosts named in its code
 * @param given whether there is a declaration; where there is none, what it would say is unknown
 * @param declared types of data the declaration names
 * @param disclosed libraries it names
 * @param destinations hosts it names
 * @param purposes what it says permissions are for
 * @param policy where the privacy policy is
 * @param deletion where users have their data deleted
 * @param contact whom users ask
 */
public record PrivacyFacts(
    String packageName,
    List<String> permissions,
    boolean network,
    boolean cleartext,
    Map<String, String> metaData,
    List<String> queries,
    List<String> foreground,
    boolean whole,
    Map<String, Use> calls,
    Map<String, Use> data,
    Map<String, UsedLibrary> libraries,
    Map<String, Host> hosts,
    boolean given,
    Map<String, DeclaredData> declared,
    List<String> disclosed,
    List<String> destinations,
    Map<String, String> purposes,
    String policy,
    String deletion,
    String contact) {}
