package dev.assay.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.cel.BadExpression;
import dev.assay.catalogue.cel.CelEnvironment;
import dev.assay.catalogue.cel.CelEvaluator;
import dev.assay.model.Described;
import dev.assay.model.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Our closures and CEL's own evaluator decide alike. */
public class AgreementTest {
  private static final CelEnvironment ENVIRONMENT = CelEnvironment.of(Sample.KIND, Set.of());

  public static final List<String> EXPRESSIONS =
      List.of(
          "true",
          "enabled",
          "!enabled",
          "login == 'yes'",
          "'yes' == login",
          "login != 'yes'",
          "login in ['no', 'key']",
          "login in ciphers",
          "'aes128-ctr' in ciphers",
          "'wheel' in groups && size(groups) == 1",
          "scheme == 'MD5'",
          "scheme in ['MD5', 'NONE']",
          "tries == 6 && tries < 7 && tries <= 6 && tries > 5 && tries >= 6",
          "tries > 6",
          "size == 1099511627776",
          "size > tries",
          "ratio < 0.6 && ratio >= 0.5",
          "ratio == 0.5",
          "limits.memory == 64 && limits.share < 0.3",
          "limits.memory * 2 - 100 + 3 == 31",
          "tries / 4 == 1 && tries % 4 == 2",
          "-tries / 4 == -1",
          "-tries % 4 == -2",
          "1 / (tries - 6) == 0",
          "tries % (tries - 6) == 0",
          "9223372036854775807 + tries > 0",
          "tries - 6 == 0 || 1 / (tries - 6) == 0",
          "1 / (tries - 6) == 0 || tries == 6",
          "1 / (tries - 6) == 0 && tries == 7",
          "1 / (tries - 6) == 0 && tries == 6",
          "config['CONFIG_A'] == 'y'",
          "config.CONFIG_A == 'y'",
          "config['CONFIG_C'] == 'y'",
          "has(config.CONFIG_C)",
          "has(config.CONFIG_A)",
          "'CONFIG_C' in config",
          "'CONFIG_C' in config && config['CONFIG_C'] == 'y'",
          "!('CONFIG_C' in config) || config['CONFIG_C'] == 'y'",
          "config == {'CONFIG_A': 'y', 'CONFIG_B': 'n'}",
          "config.all(k, config[k] == 'y')",
          "config.exists(k, k.startsWith('CONFIG_') && config[k] == 'n')",
          "size(config) == 2",
          "ciphers[0] == 'aes128-ctr'",
          "ciphers[2] == 'aes128-ctr'",
          "ciphers[-1] == 'aes128-ctr'",
          "ciphers == ['aes128-ctr', '3des-cbc']",
          "ciphers + ['x'] == ['aes128-ctr', '3des-cbc', 'x']",
          "ciphers.all(c, c.endsWith('-ctr'))",
          "ciphers.exists(c, c.contains('des'))",
          "ciphers.exists_one(c, c.contains('des'))",
          "ciphers.filter(c, c.contains('aes')) == ['aes128-ctr']",
          "ciphers.map(c, c + '!') == ['aes128-ctr!', '3des-cbc!']",
          "ciphers.map(c, c.contains('aes'), size(c)) == [10]",
          "ciphers.all(c, c in ['aes128-ctr', '3des-cbc'])",
          "accounts.all(a, a.scheme == 'SHA512' || a.uid != 0)",
          "accounts.exists(a, a.uid == 0 && a.name != 'root')",
          "accounts.exists_one(a, a.uid == 0)",
          "accounts.filter(a, a.uid == 0).map(a, a.name) == ['root', 'toor']",
          "size(accounts.filter(a, a.uid == 0)) <= 1",
          "accounts.all(a, a.keys.all(k, k in ['a', 'b', 'c']))",
          "accounts.all(a, accounts.exists_one(b, b.name == a.name))",
          "accounts.exists(a, a.keys[0] == 'c')",
          "accounts.all(a, a.keys[0] == 'a')",
          "accounts.all(a, a.keys[1] == 'b')",
          "accounts.map(a, a.uid) == [0, 1000, 0]",
          "accounts[1].name == 'guest'",
          "accounts[1].scheme == 'MD5'",
          "accounts[7].scheme == 'MD5'",
          "[1, 2, 3].exists(x, x == tries / 2)",
          "[].all(x, x == 1)",
          "{'a': 1}['a'] == 1",
          "{'a': 1, 'a': 2}['a'] == 1",
          "login.matches('^y.s$')",
          "login.matches('e')",
          "login.matches('^(no|never)$')",
          "component.name == 'serverd' && component.version.startsWith('1.')",
          "component.path.endsWith('/etc/server') && component.kind == 'server'",
          "size(login) == 3",
          "size('\\u00e4\\U0001F600') == 2",
          "login.size() == 3",
          "'YES'.lowerAscii() == login",
          "login.upperAscii() == 'YES'",
          "int('42') == 42",
          "int(login) == 42",
          "int('+5') == 5",
          "int(2.9) == 2",
          "int(-2.9) == -2",
          "double('0.5') == ratio",
          "double(tries) == 6.0",
          "string(tries) == '6'",
          "string(enabled) == 'true'",
          "string(ratio) == '0.5'",
          "string(double(tries)) == '6'",
          "enabled ? tries == 6 : login == ''",
          "(tries > 100 ? ciphers : ['x']).exists(c, c == 'x')",
          "'a' < 'b' && 'B' < 'a' && 'a' < 'aa'",
          "'\\uffff' < '\\U0001F600'",
          "false < true",
          "ciphers != ['aes128-ctr']",
          "login + '!' == 'yes!'",
          "[[1], [2]] == [[1], [2]]",
          "0.1 + 0.2 != 0.3",
          "0.0 / 0.0 == 0.0 / 0.0",
          "0.0 / 0.0 < 1.0 || 0.0 / 0.0 >= 1.0",
          "-0.0 == 0.0",
          "1.0 / 0.0 > 5.0",
          "accounts.all(a, a in accounts)",
          "limits == limits",
          "accounts[0] != accounts[1]",
          "[0.0, -0.0][1] in [0.0]");

  @ParameterizedTest
  @FieldSource("EXPRESSIONS")
  void decidesAsCelDoes(String expression) throws BadExpression {
    Described described = Sample.described();
    Outcome theirs = CelEvaluator.evaluate(ENVIRONMENT.check(expression), described);
    assertThat(Sample.decide(expression, described).outcome()).isEqualTo(theirs);
  }
}
