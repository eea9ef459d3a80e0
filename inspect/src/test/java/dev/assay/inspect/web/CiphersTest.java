package dev.assay.inspect.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiphersTest {
  @ParameterizedTest
  @CsvSource({
    "HIGH:!aNULL:!MD5, ''",
    "DEFAULT, ''",
    "ECDHE-RSA-AES128-GCM-SHA256:DES-CBC3-SHA, 3DES",
    "ALL:!aNULL, 3DES;IDEA;MD5;RC4;SEED",
    "ALL:!ADH:!EXPORT:RC4+RSA:+HIGH:+MEDIUM:-LOW:-SSLv2:-EXP, 3DES;IDEA;MD5;RC4;SEED",
    "RC4:!RC4:RC4, ''",
    "RC4:-RC4:RC4-SHA, RC4",
    "EXP-RC4-MD5, EXPORT;MD5;RC4",
    "TLS_RSA_WITH_3DES_EDE_CBC_SHA, 3DES",
    "TLS_DH_anon_WITH_AES_128_CBC_SHA, anonymous",
    "NULL-SHA256, NULL",
    "'', ''"
  })
  void tellsWhichBrokenClassesAStringAdmits(String setting, String classes) {
    assertEquals(
        classes.isEmpty() ? List.of() : List.of(classes.split(";")), Ciphers.weak(setting));
  }
}
