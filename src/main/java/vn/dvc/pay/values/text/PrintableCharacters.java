package vn.dvc.pay.values.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * What our documents can print: every character for which one of their faces has a glyph. The list
 * {@code printable.txt} is made from these faces; a test compares the two.
 */
public final class PrintableCharacters {
  private static final BitSet ALL = read();

  private PrintableCharacters() {}

  public static boolean has(int character) {
    return ALL.get(character);
  }

  private static BitSet read() {
    var all = new BitSet();
    try (var list = PrintableCharacters.class.getResourceAsStream("printable.txt");
        var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .map(line -> line.split("-"))
          .forEach(ends -> all.set(hex(ends[0]), hex(ends[ends.length - 1]) + 1));
      return all;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int hex(String digits) {
    return Integer.parseInt(digits, 16);
  }
}
