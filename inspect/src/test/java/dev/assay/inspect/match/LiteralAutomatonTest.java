package dev.assay.inspect.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiteralAutomatonTest {
  private static final int ROUNDS = 3000;

  @Test
  void findsWhatASearchForEachLiteralFinds() {
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      List<byte[]> literals = new ArrayList<>();
      for (int i = 1 + random.nextInt(12); i > 0; i--) {
        literals.add(text(random, 1 + random.nextInt(5)));
      }
      byte[] data = text(random, random.nextInt(300));
      int from = random.nextInt(data.length + 1);
      int until = from + random.nextInt(data.length - from + 1);
      assertEquals(
          oneByOne(literals, data, from, until),
          inOnePass(literals, data, from, until),
          () -> new String(data, StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void findsTheSameInDataWhereLiteralsAreRare() {
    Random random = new Random(11);
    for (int round = 0; round < ROUNDS; round++) {
      List<byte[]> literals = new ArrayList<>();
      for (int i = 1 + random.nextInt(12); i > 0; i--) {
        literals.add(text(random, 3 + random.nextInt(5)));
      }
      byte[] data = new byte[600 + random.nextInt(400)];
      for (int burst = random.nextInt(6); burst > 0; burst--) {
        byte[] some = text(random, random.nextInt(20));
        System.arraycopy(some, 0, data, random.nextInt(data.length - some.length), some.length);
      }
      int from = random.nextInt(20);
      int until = data.length - random.nextInt(20);
      assertEquals(
          oneByOne(literals, data, from, until),
          inOnePass(literals, data, from, until),
          () -> new String(data, StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void findsLiteralsInEitherCase() {
    byte[] data = "…PassWord…".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        List.of("3:0"),
        inOnePass(List.of("password".getBytes(StandardCharsets.UTF_8)), data, 0, data.length));
  }

  private static List<String> inOnePass(List<byte[]> literals, byte[] data, int from, int until) {
    Candidates found = new Candidates();
    LiteralAutomaton.of(literals).scan(data, from, until, data.length, found);
    found.sort();
    List<String> result = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      result.add(found.position(i) + ":" + found.literal(i));
    }
    return result;
  }

  private static List<String> oneByOne(List<byte[]> literals, byte[] data, int from, int until) {
    List<String> result = new ArrayList<>();
    for (int at = from; at < until; at++) {
      for (int literal = 0; literal < literals.size(); literal++) {
        if (stands(literals.get(literal), data, at)) {
          result.add(at + ":" + literal);
        }
      }
    }
    return result;
  }

  private static boolean stands(byte[] literal, byte[] data, int at) {
    for (int i = 0; i < literal.length; i++) {
      if (at + i >= data.length
          || Character.toLowerCase(literal[i]) != Character.toLowerCase(data[at + i])) {
        return false;
      }
    }
    return true;
  }

  /** Few different letters, so that literals overlap and contain one another. */
  private static byte[] text(Random random, int length) {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) "abAB".charAt(random.nextInt(random.nextInt(8) == 0 ? 4 : 2));
    }
    return text;
  }
}
