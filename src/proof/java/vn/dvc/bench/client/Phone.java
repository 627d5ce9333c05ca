package vn.dvc.bench.client;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import vn.dvc.scenario.JsonClient;

/**
 * The phone of all card holders. It reads the messages in the sandbox's journal as they are
 * written, because asking the sandbox for them would cost more the more payments there were.
 */
final class Phone {
  private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
  private static final Pattern PAYMENT = Pattern.compile("P[0-9A-F]{32}");
  private static final String ANY_CODE = "123456";

  private final Map<String, CompletableFuture<String>> codes = new ConcurrentHashMap<>();
  private final Path journal;

  /**
   * @param journal of the banks; null if there are none, and any code will do
   */
  Phone(Path journal) {
    this.journal = journal;
    if (journal != null) {
      var reader = new Thread(this::read, "phone");
      reader.setDaemon(true);
      reader.start();
    }
  }

  String codeFor(String payment, int patienceSeconds) throws InterruptedException {
    if (journal == null) {
      return ANY_CODE;
    }
    try {
      return ofPayment(payment).get(patienceSeconds, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("No OTP came for " + payment);
    } finally {
      codes.remove(payment);
    }
  }

  private CompletableFuture<String> ofPayment(String payment) {
    return codes.computeIfAbsent(payment, unknown -> new CompletableFuture<>());
  }

  private void read() {
    while (Files.notExists(journal)) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    try (var file = new RandomAccessFile(journal.toFile(), "r")) {
      var from = file.length();
      while (true) {
        from = readOn(file, from);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the complete lines that are new, and returns where the next one begins. */
  private long readOn(RandomAccessFile file, long from) throws IOException {
    var length = file.length();
    if (length == from) {
      return from;
    }
    var bytes = new byte[(int) (length - from)];
    file.seek(from);
    file.readFully(bytes);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    for (var line : new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n")) {
      if (line.contains("\"sms\":{")) {
        message(line);
      }
    }
    return from + end;
  }

  private void message(String line) throws IOException {
    var sms = JsonClient.MAPPER.readTree(line).path("sms");
    var named = PAYMENT.matcher(sms.path("text").asText());
    if (named.find()) {
      ofPayment(named.group()).complete(sms.path("otp").asText());
    }
  }
}
