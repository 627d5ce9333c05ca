package vn.dvc.pay.payment.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.dvc.pay.payment.PaymentSearch.Wanted;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.values.text.PlainLetters;

/** Payments that were there before names were kept as they are searched for. */
class NamesBeforeSearchTest {
  private static final String NAME = "Đặng Thị Quỳnh Như ỹ ẵ Ợ ữ ễ Ẩ";

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void oldPaymentIsFoundByItsPayersNameToo(String database) {
    var source =
        database.equals("H2")
            ? new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "")
            : new DriverManagerDataSource(Postgres.freshUrl(), "postgres", "postgres");
    var jdbc = JdbcClient.create(source);
    Flyway.configure().dataSource(source).target("27").load().migrate();
    jdbc.sql(
            """
            insert into payment (id, version, payer_kind, payer_id, payer_name, payment_method,
              amount, status, policy_source, created_at, window_ends_at, money_moving,
              card_entries_left, otp_seconds, otp_tries, otp_tries_left, otp_resends_left,
              otp_resend_pause)
            values (?, 0, 'INDIVIDUAL', '049012345678', ?, 'COUNTER', 1000, 'CANCELLED', 'p',
              current_timestamp, current_timestamp, false, 0, 0, 0, 0, 0, 0)""")
        .params("P" + UUID.randomUUID().toString().replace("-", "").toUpperCase(), NAME)
        .update();

    Flyway.configure().dataSource(source).load().migrate();

    assertThat(jdbc.sql("select payer_search from payment").query(String.class).single())
        .isEqualTo(PlainLetters.of(NAME));
    assertThat(new StoredPaymentSearch(jdbc).find(Wanted.with("dang thi quynh"), 0)).hasSize(1);
  }
}
