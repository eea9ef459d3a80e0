package dev.assay.inspect.services;

import java.util.regex.Pattern;

/** Commands with the secrets in them masked. */
public final class Concealed {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:pass(?:word|wd|phrase)?|secret|token|psk|api[_-]?key)[\"']?(?:=|:| )\\s*)[^\\s;&|$]+");
  private static final Pattern URL = Pattern.compile("(://[^\\s:/@]+:)[^\\s@/$]+@");

  /** {@code curl -u name:password}. */
  private static final Pattern LOGIN =
      Pattern.compile("(\\s(?:-u|--user|--proxy-user)[ =]\\s*[\"']?[^\\s:\"']+:)[^\\s\"'$]+");

  private static final int LONGEST = 300;

  private Concealed() {}

  /**
   * The command, at most 300 characters, with {@code …} for what follows words such as {@code
   * password=} and for passwords in addresses and logins.
   */
  public static String of(String command) {
    String cut = command.length() <= LONGEST ? command : command.substring(0, LONGEST);
    String words = LOGIN.matcher(SECRET.matcher(cut).replaceAll("$1…")).replaceAll("$1…");
    return URL.matcher(words).replaceAll("$1…@");
  }
}
