package vn.dvc.pay.limits;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.dvc.pay.engine.signin.SignInAttempts;
import vn.dvc.pay.keys.Fingerprints;
import vn.dvc.pay.limits.FailedTries.Pace;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Counts failures in the database, for all nodes. A guess by whoever has failed before counts
 * before it is looked at, so that many at once are no more than one after the other.
 */
@Component
class SharedAttempts implements SignInAttempts {
  private static final Logger LOG = LoggerFactory.getLogger(SharedAttempts.class);
  private static final Pace OF_NAME = new Pace(5, Duration.ofSeconds(30));
  private static final Pace OF_ADDRESS = new Pace(60, Duration.ofSeconds(2));

  private final FailedTries failures;
  private final Fingerprints fingerprints;
  private final DatabaseTime time;
  private final MeterRegistry meters;

  SharedAttempts(
      FailedTries failures, Fingerprints fingerprints, DatabaseTime time, MeterRegistry meters) {
    this.failures = failures;
    this.fingerprints = fingerprints;
    this.time = time;
    this.meters = meters;
  }

  @Override
  public <T> Optional<T> tried(Door door, String name, Supplier<Optional<T>> check) {
    var address = address();
    var ofName = fingerprints.of("TRIED_" + door, name + " " + address);
    var ofAddress = fingerprints.of("TRIED_FROM", address);
    var before = failures.among(ofName, ofAddress);
    var now = time.now();
    if (isTooEarly(before.contains(ofName), ofName, OF_NAME, now)
        || isTooEarly(before.contains(ofAddress), ofAddress, OF_ADDRESS, now)) {
      Optional<T> none = failed(door, name, address, "delayed");
      if (door == Door.SIGN_IN) {
        return none;
      }
      var ofBoth =
          List.of(
              failures.freeFrom(ofName, OF_NAME, now),
              failures.freeFrom(ofAddress, OF_ADDRESS, now));
      throw Limits.refusal("too-many-guesses", now, Collections.max(ofBoth));
    }
    var found = check.get();
    if (found.isEmpty()) {
      countFirst(before.contains(ofName), ofName, OF_NAME, now);
      countFirst(before.contains(ofAddress), ofAddress, OF_ADDRESS, now);
      return failed(door, name, address, "failed");
    }
    if (before.contains(ofName)) {
      failures.forget(ofName);
    }
    if (before.contains(ofAddress)) {
      failures.takeBack(ofAddress, OF_ADDRESS);
    }
    return found;
  }

  private boolean isTooEarly(boolean failedBefore, String subject, Pace pace, Instant now) {
    return failedBefore && !failures.count(subject, pace, now);
  }

  private void countFirst(boolean countedBefore, String subject, Pace pace, Instant now) {
    if (!countedBefore) {
      failures.count(subject, pace, now);
    }
  }

  private <T> Optional<T> failed(Door door, String name, String address, String outcome) {
    if (door == Door.SIGN_IN) {
      meters.counter("dvc.sign-in", "outcome", outcome).increment();
    }
    LOG.warn("{} {}: name {}, address {}", door, outcome, printable(name), address);
    return Optional.empty();
  }

  /** What somebody typed as a name may be a password, or an attack on whoever reads the log. */
  private static String printable(String name) {
    return name.matches("[A-Za-z0-9-]{1,64}") ? name : "?";
  }

  private static String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? request.getRequest().getRemoteAddr()
        : "-";
  }
}
