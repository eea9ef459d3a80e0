package dev.assay.inspect.android;

import dev.assay.formats.Bytes;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.formats.appbundle.BundleResources;
import dev.assay.formats.appbundle.BundleXml;
import dev.assay.formats.arsc.ResourceTable;
import dev.assay.formats.axml.AndroidXml;
import dev.assay.formats.axml.Element;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an app is packed. */
public enum AppForm {
  /** What devices install. */
  PACKAGE {
    @Override
    ApkDirectory members(ApkDirectory file) {
      return file;
    }

    @Override
    Element xml(Bytes content) {
      return AndroidXml.read(content);
    }

    @Override
    String resources() {
      return "resources.arsc";
    }

    @Override
    Values table(Bytes content, List<Problem> problems) {
      ResourceTable table = ResourceTable.read(content);
      problems.addAll(table.problems());
      return new Values(table::text, table::constant);
    }

    @Override
    String original(String member) {
      return member;
    }
  },
  /** What stores make packages of. The base module's members are named as packages have them. */
  BUNDLE {
    @Override
    ApkDirectory members(ApkDirectory file) {
      return file.renamed(AppForm::inPackage);
    }

    @Override
    Element xml(Bytes content) {
      return BundleXml.read(content);
    }

    @Override
    String resources() {
      return "resources.pb";
    }

    @Override
    Values table(Bytes content, List<Problem> problems) {
      BundleResources resources = BundleResources.read(content);
      return new Values(resources::text, resources::constant);
    }

    @Override
    String original(String member) {
      return member.startsWith("classes") ? "base/dex/" + member : member;
    }
  };

  /**
   * What the ids of resources come to.
   *
   * @param text by default
   * @param constant on every device; empty where devices differ
   */
  record Values(IntFunction<Optional<String>> text, IntFunction<Optional<String>> constant) {}

  private static final Pattern BASE = Pattern.compile("base/(?:(?:dex|manifest|root)/)?(.+)");

  abstract ApkDirectory members(ApkDirectory file);

  abstract Element xml(Bytes content);

  /** The member with its resources. */
  abstract String resources();

  /**
   * What the ids of resources come to.
   *
   * @param problems takes what of them could not be read
   */
  abstract Values table(Bytes content, List<Problem> problems);

  /** The name that an executable has in the file. */
  abstract String original(String member);

  static AppForm of(ApkDirectory file) {
    return file.isBundle() ? BUNDLE : PACKAGE;
  }

  private static String inPackage(String member) {
    Matcher base = BASE.matcher(member);
    return base.matches() ? base.group(1) : member;
  }
}
