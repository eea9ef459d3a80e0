package dev.assay.inspect.android;

import dev.assay.model.Problem;
import java.util.List;
import java.util.Map;

/**
 * One Android package or app bundle. Values are those the system goes by: a default of the platform
 * stands where the manifest says nothing.
 *
 * @param packageName its identity: {@code org.example.app}
 * @param versionName for people
 * @param versionCode counted up with each release
 * @param minSdk oldest API level it installs on
 * @param targetSdk API level whose rules apply to it
 * @param debuggable whether a debugger may attach on any device
 * @param testOnly whether it is built for tests
 * @param allowBackup whether its data may be copied out by backup
 * @param backupRules whether rules say what backup may take
 * @param cleartextTraffic whether plain HTTP is allowed; from API level 28 on not by default
 * @param networkSecurityConfig whether it has a network security configuration, which then decides
 * @param networkRules what that configuration says
 * @param sharedUserId account shared with other packages, or empty
 * @param tests the other app in whose process its code runs, as a test of that; or empty
 * @param permissions it asks for, sorted
 * @param exported activities, services, receivers and providers that other apps can reach, in the
 *     order of the manifest
 * @param openServices number of exported services, receivers and providers that no permission
 *     guards
 * @param weakPermissions permissions it declares that any app is given for the asking, and that
 *     guard something exported
 * @param schemes URI schemes of links that open it, sorted
 * @param signatures signature schemes: {@code v1}, {@code v2}, {@code v3}, {@code v3.1}
 * @param signer SHA-256 digest of the signer's certificate, hex; empty where it is unsigned
 * @param signerName its subject
 * @param signerKeyBits length of its key; 0 where unknown
 * @param testKey whether the signer's private key is published or made by development tools
 * @param testKeyName which
 * @param bundle whether it is an app bundle, which stores make packages of and sign
 * @param splits number of further packages that belong to it
 * @param foreignSplits those of them that another signer signed, or none
 * @param natives names of its native libraries by the processors they are for, those of splits
 *     among them: {@code arm64-v8a}
 * @param notices what of its texts tells users of personal data, and in which languages
 * @param damaged what of its resources and configuration could not be read; places in the package
 * @param unresolved facts above that hang on resources which could not be read
 */
public record AndroidPackageFacts(
    String packageName,
    String versionName,
    long versionCode,
    int minSdk,
    int targetSdk,
    boolean debuggable,
    boolean testOnly,
    boolean allowBackup,
    boolean backupRules,
    boolean cleartextTraffic,
    boolean networkSecurityConfig,
    NetworkRules networkRules,
    String sharedUserId,
    String tests,
    List<String> permissions,
    List<Exported> exported,
    int openServices,
    List<String> weakPermissions,
    List<String> schemes,
    List<String> signatures,
    String signer,
    String signerName,
    int signerKeyBits,
    boolean testKey,
    String testKeyName,
    boolean bundle,
    int splits,
    int foreignSplits,
    Map<String, List<String>> natives,
    Notices notices,
    List<Problem> damaged,
    List<String> unresolved) {

  /** With what a split adds; the base says how the system treats the app. */
  AndroidPackageFacts with(AndroidPackageFacts split) {
    return new AndroidPackageFacts(
        packageName,
        versionName,
        versionCode,
        minSdk,
        targetSdk,
        debuggable,
        testOnly,
        allowBackup,
        backupRules,
        cleartextTraffic,
        networkSecurityConfig,
        networkRules,
        sharedUserId,
        tests,
        Joined.sorted(permissions, split.permissions),
        Joined.lists(exported, split.exported),
        openServices + split.openServices,
        Joined.sorted(weakPermissions, split.weakPermissions),
        Joined.sorted(schemes, split.schemes),
        signatures,
        signer,
        signerName,
        signerKeyBits,
        testKey,
        testKeyName,
        bundle,
        splits + 1,
        foreignSplits + (split.signer.equals(signer) ? 0 : 1),
        Joined.maps(natives, split.natives, Joined::sorted),
        notices.with(split.notices),
        damaged,
        Joined.sorted(unresolved, split.unresolved));
  }

  /** The same but for its native libraries. */
  AndroidPackageFacts natives(Map<String, List<String>> other) {
    return new AndroidPackageFacts(
        packageName,
        versionName,
        versionCode,
        minSdk,
        targetSdk,
        debuggable,
        testOnly,
        allowBackup,
        backupRules,
        cleartextTraffic,
        networkSecurityConfig,
        networkRules,
        sharedUserId,
        tests,
        permissions,
        exported,
        openServices,
        weakPermissions,
        schemes,
        signatures,
        signer,
        signerName,
        signerKeyBits,
        testKey,
        testKeyName,
        bundle,
        splits,
        foreignSplits,
        other,
        notices,
        damaged,
        unresolved);
  }

  /**
   * A network security configuration; what holds for builds that can be debugged only is left out.
   *
   * @param read whether one was found and read
   * @param cleartextByDefault whether its base allows plain HTTP
   * @param cleartextDomains number of entries for domains that allow it
   * @param userCertificates whether authorities that users add are trusted
   * @param overridesPins whether some authority is trusted in spite of pins
   * @param singlePins number of domains with one pin and no spare
   */
  public record NetworkRules(
      boolean read,
      boolean cleartextByDefault,
      int cleartextDomains,
      boolean userCertificates,
      boolean overridesPins,
      int singlePins) {
    static final NetworkRules NONE = new NetworkRules(false, false, 0, false, false, 0);

    /** In the words of its file. */
    public String words() {
      return read
          ? "cleartextTrafficPermitted=%s by default, true for %d domains; certificates src=user %s; overridePins=%s; %d with a single pin"
              .formatted(
                  cleartextByDefault,
                  cleartextDomains,
                  userCertificates ? "trusted" : "not trusted",
                  overridesPins,
                  singlePins)
          : "none was read";
    }
  }

  /**
   * A component that other apps can reach.
   *
   * @param type {@code activity}, {@code service}, {@code receiver}, {@code provider}
   * @param permission that guards it, or empty
   * @param explicit whether the manifest says so, rather than an intent filter or an old default
   * @param launcher whether it is the entry on the home screen
   * @param browsable whether a link on a web page opens it
   * @param actions its intent filters name
   */
  public record Exported(
      String type,
      String name,
      String permission,
      boolean explicit,
      boolean launcher,
      boolean browsable,
      List<String> actions) {}
}
