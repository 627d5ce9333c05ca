package vn.dvc.pay.bank.channel;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * One circuit breaker per line: a bank's calls share one and its inquiries another, so that a bank
 * that fails debits can still be asked about them. Only technical failures count: a decline is an
 * answer, and full slots say nothing about the bank.
 */
@Component
class CircuitBreakers {
  private static final CircuitBreakerConfig CONFIG =
      CircuitBreakerConfig.custom()
          .slidingWindowSize(20)
          .minimumNumberOfCalls(10)
          .failureRateThreshold(50)
          .waitDurationInOpenState(Duration.ofSeconds(10))
          .permittedNumberOfCallsInHalfOpenState(3)
          .ignoreExceptions(BulkheadFullException.class)
          .build();

  private final Map<String, CircuitBreaker> byLine = new ConcurrentHashMap<>();

  CircuitBreaker of(String line) {
    return byLine.computeIfAbsent(line, name -> CircuitBreaker.of(name, CONFIG));
  }
}
