package dev.assay.compare.change.bytecode;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ModuleEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a Java module says of itself (JVMS §4.7.25 to §4.7.27). */
final class ModuleValues {
  private ModuleValues() {}

  /** Empty for what is no module. */
  static Map<String, String> of(ClassModel model) {
    Map<String, String> values = new TreeMap<>();
    model.findAttribute(Attributes.module()).ifPresent(module -> add(module, values));
    model
        .findAttribute(Attributes.moduleMainClass())
        .ifPresent(main -> values.put("main class", main.mainClass().asInternalName()));
    model
        .findAttribute(Attributes.modulePackages())
        .ifPresent(
            all ->
                all.packages()
                    .forEach(each -> values.put("package " + each.name().stringValue(), "there")));
    return values;
  }

  private static void add(ModuleAttribute module, Map<String, String> values) {
    values.put("name", module.moduleName().name().stringValue());
    values.put("flags", "0x" + Integer.toHexString(module.moduleFlagsMask()));
    values.put("version", text(module.moduleVersion()));
    module
        .requires()
        .forEach(
            each ->
                values.put(
                    "requires " + each.requires().name().stringValue(),
                    "version `%s`, flags 0x%x"
                        .formatted(text(each.requiresVersion()), each.requiresFlagsMask())));
    module
        .exports()
        .forEach(
            each ->
                values.put(
                    "exports " + each.exportedPackage().name().stringValue(),
                    to(each.exportsTo(), each.exportsFlagsMask())));
    module
        .opens()
        .forEach(
            each ->
                values.put(
                    "opens " + each.openedPackage().name().stringValue(),
                    to(each.opensTo(), each.opensFlagsMask())));
    module.uses().forEach(each -> values.put("uses " + each.asInternalName(), "there"));
    module
        .provides()
        .forEach(
            each ->
                values.put(
                    "provides " + each.provides().asInternalName(),
                    each.providesWith().stream()
                        .map(ClassEntry::asInternalName)
                        .collect(Collectors.joining(", "))));
  }

  private static String text(Optional<Utf8Entry> entry) {
    return entry.map(Utf8Entry::stringValue).orElse("");
  }

  private static String to(List<ModuleEntry> modules, int flags) {
    String names =
        modules.stream().map(each -> each.name().stringValue()).collect(Collectors.joining(", "));
    return "to " + (names.isEmpty() ? "all" : names) + ", flags 0x" + Integer.toHexString(flags);
  }
}
