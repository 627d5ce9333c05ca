package vn.dvc.pay.payment.outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.payment.InquiryRequests.By;
import vn.dvc.pay.values.PaymentId;

/**
 * Records requests for an immediate inquiry ({@code inquiry_request}) and limits how often payers
 * may make them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InquiryRequestRepository {
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MAX_A_DAY = 20;

  private final JdbcClient jdbc;

  InquiryRequestRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records the request. The caller has locked the payment.
   *
   * @return empty if it is allowed, otherwise when the payer may ask again
   */
  Optional<Instant> take(PaymentId payment, By by, Instant now) {
    if (by.isPayer()) {
      var made = sinceADay(payment, now);
      if (!made.isEmpty() && made.get(0).plus(PAUSE).isAfter(now)) {
        return Optional.of(made.get(0).plus(PAUSE));
      }
      if (made.size() >= MAX_A_DAY) {
        return Optional.of(made.get(MAX_A_DAY - 1).plus(DAY));
      }
    }
    jdbc.sql("insert into inquiry_request (id, payment, asked_at, by_payer) values (?, ?, ?, ?)")
        .params(UUID.randomUUID(), payment.text(), utc(now), by.isPayer())
        .update();
    return Optional.empty();
  }

  /** The payer's requests of the last day, newest first. */
  private List<Instant> sinceADay(PaymentId payment, Instant now) {
    return jdbc.sql(
            "select asked_at from inquiry_request where payment = ? and by_payer = true"
                + " and asked_at > ? order by asked_at desc")
        .params(payment.text(), utc(now.minus(DAY)))
        .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .list();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
