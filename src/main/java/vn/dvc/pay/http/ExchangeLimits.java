package vn.dvc.pay.http;

import java.time.Duration;

/**
 * What an exchange with a peer may cost us at most.
 *
 * @param lease how long a request waits for a free connection
 * @param connect how long connecting may take
 * @param whole how long everything may take, from waiting for a connection to the answer's last
 *     byte. A time-out of silence does not limit this: a peer that sends a byte per second is never
 *     silent.
 * @param bytes the largest answer we read; with 0 only its head counts, and a connection on which a
 *     body follows is dropped
 */
public record ExchangeLimits(Duration lease, Duration connect, Duration whole, long bytes) {
  public static final long NO_BODY = 0;
}
