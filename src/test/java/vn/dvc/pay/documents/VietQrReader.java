package vn.dvc.pay.documents;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a VietQR as a banking app does: refuses a wrong checksum and lengths that do not add up.
 */
public record VietQrReader(Map<String, String> fields) {

  public static VietQrReader read(String text) {
    var end = text.length() - 4;
    if (!text.startsWith("6304", end - 4)
        || !"%04X".formatted(crc(text.substring(0, end))).equals(text.substring(end))) {
      throw new IllegalArgumentException("Wrong checksum");
    }
    var fields = new LinkedHashMap<String, String>();
    take("", text, fields);
    return new VietQrReader(fields);
  }

  public String bank() {
    return fields.get("38.01.00");
  }

  public String account() {
    return fields.get("38.01.01");
  }

  public String amount() {
    return fields.get("54");
  }

  public String purpose() {
    return fields.get("62.08");
  }

  private static void take(String path, String text, Map<String, String> fields) {
    for (var at = 0; at < text.length(); ) {
      var tag = path + text.substring(at, at + 2);
      var length = Integer.parseInt(text.substring(at + 2, at + 4));
      var value = text.substring(at + 4, at + 4 + length);
      if (tag.equals("38") || tag.equals("38.01") || tag.equals("62")) {
        take(tag + ".", value, fields);
      } else if (fields.put(tag, value) != null) {
        throw new IllegalArgumentException("Twice: " + tag);
      }
      at += 4 + length;
    }
  }

  /** Bit by bit. */
  static int crc(String text) {
    var register = 0xFFFF;
    for (var octet : text.getBytes(StandardCharsets.US_ASCII)) {
      for (var bit = 7; bit >= 0; bit--) {
        var in = octet >> bit & 1;
        var out = register >> 15 & 1;
        register = register << 1 & 0xFFFF;
        if (in != out) {
          register ^= 0x1021;
        }
      }
    }
    return register;
  }
}
