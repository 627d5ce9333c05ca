package vn.dvc.pay.engine.signin;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * How often a password may be tried: slower after some failures of one name from one address, and
 * after many of one address. Nobody is locked by what strangers do elsewhere, and nobody for good.
 * Counted in each node's memory, for the names and addresses that tried last. Codes on papers are
 * guarded in the same way.
 */
@Component
public class SignInAttempts {
  private static final Logger LOG = LoggerFactory.getLogger(SignInAttempts.class);
  private static final String SIGN_IN = "Sign-in";
  private static final int MAX_REMEMBERED = 10_000;

  private final MeterRegistry meters;
  private final Buckets names;
  private final Buckets addresses;

  @Autowired
  public SignInAttempts(MeterRegistry meters) {
    this(meters, TimeMeter.SYSTEM_MILLISECONDS);
  }

  SignInAttempts(MeterRegistry meters, TimeMeter time) {
    this.meters = meters;
    this.names = new Buckets(time, 5, Duration.ofSeconds(30));
    this.addresses = new Buckets(time, 60, Duration.ofSeconds(2));
  }

  /**
   * Who signs in. Too early is answered as a wrong password is, so that nobody learns which it was.
   *
   * @param check the account, if the password is right; not asked too early
   */
  public <T> Optional<T> tried(String name, Supplier<Optional<T>> check) {
    return tried(SIGN_IN, name, check);
  }

  /**
   * The same for another secret that strangers may guess at.
   *
   * @param door what is tried, as the log calls it
   */
  public <T> Optional<T> tried(String door, String name, Supplier<Optional<T>> check) {
    var address = address();
    var key = door + " " + name + " " + address;
    var ofName = names.known(key);
    var ofAddress = addresses.known(address);
    if (!mayTry(ofName) || !mayTry(ofAddress)) {
      return failed(door, name, address, "delayed");
    }
    var found = check.get();
    if (found.isEmpty()) {
      count(names, key, ofName);
      count(addresses, address, ofAddress);
      return failed(door, name, address, "failed");
    }
    names.forget(key);
    ofAddress.ifPresent(bucket -> bucket.addTokens(1));
    return found;
  }

  /** Who never failed may come as often, and as many at once, as the portal does. */
  private static boolean mayTry(Optional<Bucket> failedBefore) {
    return failedBefore.map(bucket -> bucket.tryConsume(1)).orElse(true);
  }

  private static void count(Buckets buckets, String key, Optional<Bucket> countedBefore) {
    if (countedBefore.isEmpty()) {
      buckets.begun(key).tryConsume(1);
    }
  }

  private <T> Optional<T> failed(String door, String name, String address, String outcome) {
    if (door.equals(SIGN_IN)) {
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

  /** Of those who failed, the last ones. */
  private static final class Buckets {
    private final TimeMeter time;
    private final int tries;
    private final Duration pause;
    private final Map<String, Bucket> known =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_REMEMBERED;
          }
        };

    Buckets(TimeMeter time, int tries, Duration pause) {
      this.time = time;
      this.tries = tries;
      this.pause = pause;
    }

    synchronized Optional<Bucket> known(String key) {
      return Optional.ofNullable(known.get(key));
    }

    synchronized Bucket begun(String key) {
      return known.computeIfAbsent(key, any -> fresh());
    }

    synchronized void forget(String key) {
      known.remove(key);
    }

    private Bucket fresh() {
      return Bucket.builder()
          .withCustomTimePrecision(time)
          .addLimit(limit -> limit.capacity(tries).refillGreedy(1, pause))
          .build();
    }
  }
}
