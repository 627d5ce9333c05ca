package vn.dvc.pay.reconciliation.statement.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Remembers how a file ends, to tell one that was cut off from one that is no XML. */
final class FileTail extends FilterInputStream {
  private static final int LENGTH = 64;

  private final byte[] last = new byte[LENGTH];
  private long count;

  FileTail(InputStream content) {
    super(content);
  }

  /** Whether the file, read to its end, does not end with the last tag of a statement. */
  boolean isCutOff() {
    try {
      var rest = new byte[8192];
      while (read(rest) >= 0) {
        // Only the end matters.
      }
    } catch (IOException lost) {
      return true;
    }
    return !text().stripTrailing().endsWith("Document>");
  }

  @Override
  public int read() throws IOException {
    var one = super.read();
    if (one >= 0) {
      remember((byte) one);
    }
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    var read = super.read(into, from, length);
    for (var at = Math.max(0, read - LENGTH); at < read; at++) {
      remember(into[from + at]);
    }
    return read;
  }

  private void remember(byte one) {
    last[(int) (count++ % LENGTH)] = one;
  }

  /** The last characters, whatever the encoding: of UTF-16 every other byte is zero. */
  private String text() {
    var length = (int) Math.min(count, LENGTH);
    var bytes = new byte[length];
    for (var at = 0; at < length; at++) {
      bytes[at] = last[(int) ((count - length + at) % LENGTH)];
    }
    return new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
  }
}
