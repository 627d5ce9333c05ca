package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.collection.CollectionFixture;

/** Operators see what the portal was told of a payment, and tell it again for a recorded reason. */
@OperatorsTest
class PaymentEventsPageTest {
  private static final String WHY = "Cổng báo chưa nhận được";

  @Autowired CollectionFixture fixture;
  @Autowired JdbcClient jdbc;
  @Autowired Audit audit;
  @LocalServerPort int port;

  private final UUID taken = UUID.randomUUID();
  private Payment payment;
  private String page;

  @BeforeEach
  void portalWasTold() {
    payment = fixture.instructed(120_000);
    page = "/operations/payments/" + payment.id();
    jdbc.sql(
            "insert into outbox (event_id, event_type, subject, body, attempts, delivered_at)"
                + " values (?, 'payment.finished', ?, '{}', 0, current_timestamp)")
        .params(taken, payment.id().text())
        .update();
  }

  @Test
  void portalIsToldAgainForAReasonThatIsAudited() {
    var browser = browser("operator-1").get(page);
    browser.shows(200, "Khoản thanh toán kết thúc", "Cổng đã nhận lúc");
    assertThat(browser.body()).doesNotContain("Sẽ báo lại cổng ngay.");
    browser.post(resend(taken), Map.of("reason", " ")).shows(422, "Phải nêu lý do.");
    assertThat(deliveries()).containsExactly(true);

    browser.post(resend(taken), Map.of("reason", WHY)).shows(200, "Sẽ báo lại cổng ngay.");
    assertThat(deliveries()).containsExactly(false);
    assertThat(audit.about(payment.id().text()))
        .filteredOn(entry -> entry.action().equals("event-resent"))
        .extracting(Audit.Entry::reason)
        .containsExactly("payment.finished: " + WHY);
  }

  @Test
  void eventOfAnotherPaymentIsNotFoundHere() {
    jdbc.sql("update outbox set subject = 'another' where event_id = ?").param(taken).update();
    browser("operator-1").get(page).post(resend(taken), Map.of("reason", WHY)).shows(404);
    assertThat(deliveries()).containsExactly(true);
  }

  private String resend(UUID event) {
    return page + "/events/" + event + "/resend";
  }

  private List<Boolean> deliveries() {
    return jdbc.sql("select delivered_at is not null from outbox where event_id = ?")
        .param(taken)
        .query(Boolean.class)
        .list();
  }

  private Browser browser(String member) {
    return new Browser(port, "vi").signIn(member);
  }
}
