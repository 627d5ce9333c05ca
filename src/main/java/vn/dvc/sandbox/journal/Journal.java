package vn.dvc.sandbox.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * An append-only file of JSON lines. A line that was appended and forced is on disk and is read
 * again at the next start; a last line cut off by a crash was never forced and is dropped.
 *
 * <p>Many threads may append and force; one force serves all who wait for it.
 */
public final class Journal<E> implements Closeable {

  private final Path file;
  private final Class<E> type;
  private final ObjectMapper json;
  private final Object disk = new Object();
  private final FileOutputStream out;
  private long appended;
  private volatile long forced;
  private volatile boolean broken;

  /** Opens the file, creating it if necessary, and passes each existing entry to the reader. */
  public Journal(Path file, Class<E> type, ObjectMapper json, Consumer<E> reader) {
    this.file = file;
    this.type = type;
    this.json = json;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.exists(file)) {
        dropCutOffLine(replay(reader));
      }
      this.out = new FileOutputStream(file.toFile(), true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open the journal " + file, e);
    }
  }

  public synchronized void append(E entry) {
    if (broken) {
      throw new IllegalStateException(
          "An earlier write to journal " + file + " failed; restart the sandbox");
    }
    try {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      line.write(json.writeValueAsBytes(entry));
      line.write('\n');
      out.write(line.toByteArray());
      appended++;
    } catch (IOException e) {
      // Half a line may be on disk: nothing may follow it.
      broken = true;
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when everything appended so far is on disk. */
  public void force() {
    long mine = appendedSoFar();
    synchronized (disk) {
      if (forced >= mine) {
        return;
      }
      long upTo = appendedSoFar();
      try {
        out.getFD().sync();
      } catch (IOException e) {
        broken = true;
        throw new UncheckedIOException(e);
      }
      forced = upTo;
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private synchronized long appendedSoFar() {
    return appended;
  }

  /** Returns the length of the file up to the end of its last complete line. */
  private long replay(Consumer<E> reader) throws IOException {
    long complete = 0;
    long number = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b != '\n') {
          line.write(b);
          continue;
        }
        number++;
        reader.accept(entry(line.toByteArray(), number));
        complete += line.size() + 1;
        line.reset();
      }
    }
    return complete;
  }

  private E entry(byte[] line, long number) {
    try {
      return json.readValue(line, type);
    } catch (IOException e) {
      // The cause is dropped because it would quote the line.
      throw new IllegalStateException("Cannot read line " + number + " of " + file);
    }
  }

  private void dropCutOffLine(long complete) throws IOException {
    if (Files.size(file) > complete) {
      try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
        cut.setLength(complete);
        cut.getFD().sync();
      }
    }
  }
}
