package dev.assay.inspect.android.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names the bits of two numbers in manifests (AOSP {@code PermissionInfo}, {@code ServiceInfo}).
 */
enum Bits {
  /** Who is given a permission beside those its level says. */
  PROTECTION(
      Map.ofEntries(
          Map.entry(4, "privileged"),
          Map.entry(5, "development"),
          Map.entry(6, "appop"),
          Map.entry(7, "pre23"),
          Map.entry(8, "installer"),
          Map.entry(9, "verifier"),
          Map.entry(10, "preinstalled"),
          Map.entry(11, "setup"),
          Map.entry(12, "instant"),
          Map.entry(13, "runtime"),
          Map.entry(14, "oem"),
          Map.entry(15, "vendorPrivileged"),
          Map.entry(16, "textClassifier"),
          Map.entry(17, "wellbeing"),
          Map.entry(18, "documenter"),
          Map.entry(19, "configurator"),
          Map.entry(20, "incidentReportApprover"),
          Map.entry(21, "appPredictor"),
          Map.entry(22, "module"),
          Map.entry(23, "companion"),
          Map.entry(24, "retailDemo"),
          Map.entry(25, "recents"),
          Map.entry(26, "role"),
          Map.entry(27, "knownSigner"))),
  /** What a service may do while other apps are in front. */
  FOREGROUND(
      Map.ofEntries(
          Map.entry(0, "dataSync"),
          Map.entry(1, "mediaPlayback"),
          Map.entry(2, "phoneCall"),
          Map.entry(3, "location"),
          Map.entry(4, "connectedDevice"),
          Map.entry(5, "mediaProjection"),
          Map.entry(6, "camera"),
          Map.entry(7, "microphone"),
          Map.entry(8, "health"),
          Map.entry(9, "remoteMessaging"),
          Map.entry(10, "systemExempted"),
          Map.entry(11, "shortService"),
          Map.entry(12, "fileManagement"),
          Map.entry(13, "mediaProcessing"),
          Map.entry(30, "specialUse")));

  private static final List<String> LEVELS =
      List.of("normal", "dangerous", "signature", "signatureOrSystem", "internal");

  private final TreeMap<Integer, String> names;

  Bits(Map<Integer, String> names) {
    this.names = new TreeMap<>(names);
  }

  /** Names of the bits that are set, lowest first. */
  List<String> of(int number) {
    List<String> set = new ArrayList<>();
    names.forEach(
        (bit, name) -> {
          if ((number >>> bit & 1) != 0) {
            set.add(name);
          }
        });
    return List.copyOf(set);
  }

  /** The level in a protection's low four bits; an unknown one as its number. */
  static String level(int protection) {
    int level = protection & 0xF;
    return level < LEVELS.size() ? LEVELS.get(level) : Integer.toString(level);
  }
}
