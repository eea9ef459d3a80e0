package dev.assay.compare.normal;

import java.util.regex.Pattern;

/** Members of Java archives and Android packages that hold nothing but a signature. */
public final class SignatureFiles {
  static final Pattern NAME = Pattern.compile("META-INF/[^/]{1,100}\\.(SF|RSA|DSA|EC)");

  private SignatureFiles() {}

  /**
   * @param container media type of what the member is in
   * @param path of the member in it
   */
  public static boolean isOne(String container, String path) {
    return (container.equals("application/java-archive")
            || container.equals("application/vnd.android.package-archive"))
        && NAME.matcher(path).matches();
  }
}
