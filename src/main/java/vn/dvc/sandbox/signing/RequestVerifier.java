package vn.dvc.sandbox.signing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Decides whether a request comes from DVC Pay, is recent enough, and arrives for the first time.
 */
@Component
public class RequestVerifier {

  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final AppKeys keys;
  private final Map<String, Instant> nonces = new ConcurrentHashMap<>();
  private final AtomicInteger sinceSweep = new AtomicInteger();

  RequestVerifier(AppKeys keys) {
    this.keys = keys;
  }

  /** Returns why the request is refused; empty if it is accepted. */
  public Optional<String> refusal(SignedParts envelope, Instant now) {
    if (envelope.signature().isEmpty() || envelope.nonce().isEmpty() || envelope.call().isEmpty()) {
      return Optional.of("signature-missing");
    }
    if (!inTime(envelope.time(), now)) {
      return Optional.of("signature-late");
    }
    return switch (keys.check(envelope.signature(), envelope.signedText())) {
      case WRONG -> Optional.of("signature-wrong");
      case KEYS_UNAVAILABLE -> Optional.of("keys-unavailable");
      case VALID ->
          seenBefore(envelope.nonce(), now) ? Optional.of("nonce-seen") : Optional.empty();
    };
  }

  /** Restores a nonce that was accepted before a restart. */
  public void remember(String nonce, Instant acceptedAt) {
    nonces.put(nonce, acceptedAt);
  }

  private boolean seenBefore(String nonce, Instant now) {
    if (sinceSweep.incrementAndGet() > 1000) {
      sinceSweep.set(0);
      // A request may be early by as much as late, so a nonce is remembered for a little over twice
      // the window.
      nonces.values().removeIf(at -> at.isBefore(now.minus(WINDOW.multipliedBy(3))));
    }
    return nonces.putIfAbsent(nonce, now) != null;
  }

  private static boolean inTime(String time, Instant now) {
    try {
      Instant claimed = OffsetDateTime.parse(time).toInstant();
      return Duration.between(claimed, now).abs().compareTo(WINDOW) <= 0;
    } catch (DateTimeException | ArithmeticException e) {
      return false;
    }
  }
}
