package vn.dvc.proof.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import vn.dvc.proof.check.Outside.Said;

/** What clients requested and what they were told, one JSON object per line. */
final class History implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final BufferedWriter file;
  private final List<Said> said = new ArrayList<>();

  History(Path file) {
    try {
      this.file = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param type invoke, ok, fail or info
   */
  synchronized void add(
      int client,
      String operation,
      String type,
      String key,
      String payment,
      String status,
      String code,
      int node) {
    var one = new Said(Instant.now(), client, operation, type, key, payment, status, code);
    said.add(one);
    var line = new LinkedHashMap<String, Object>();
    line.put("at", one.at().toString());
    line.put("client", client);
    line.put("node", node);
    line.put("operation", operation);
    line.put("type", type);
    line.put("key", key);
    line.put("payment", payment);
    line.put("status", status);
    line.put("code", code);
    try {
      file.write(MAPPER.writeValueAsString(line));
      file.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized List<Said> all() {
    return List.copyOf(said);
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
