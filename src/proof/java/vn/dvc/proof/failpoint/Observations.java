package vn.dvc.proof.failpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.cases.Cases;
import vn.dvc.scenario.JsonClient;

/** What can be observed of payments in our tables and at the banks, for cells to compare. */
abstract class Observations {
  final JdbcClient jdbc;
  final Cases cases;
  final JsonClient sandbox;

  Observations(JdbcClient jdbc, Cases cases, JsonClient sandbox) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.sandbox = sandbox;
  }

  String status(String payment) {
    return jdbc.sql("select status from payment where id = ?")
        .param(payment)
        .query(String.class)
        .single();
  }

  boolean hasOpenCase(String payment) {
    return cases.ofPayment(payment).stream().anyMatch(it -> it.closed() == null);
  }

  boolean isFinished(String payment) {
    return jdbc.sql("select count(*) from payment where id = ? and finished_at is not null")
            .param(payment)
            .query(Integer.class)
            .single()
        == 1;
  }

  private List<String> attempts(String subject) {
    return jdbc
        .sql("select attempt_ref from attempt where subject = ? order by opened_at")
        .param(subject)
        .query(UUID.class)
        .list()
        .stream()
        .map(UUID::toString)
        .toList();
  }

  List<String> attemptStates(String subject) {
    return jdbc.sql("select state from attempt where subject = ? order by opened_at")
        .param(subject)
        .query(String.class)
        .list();
  }

  List<String> callStates(String subject, String operation) {
    return jdbc.sql(
            "select c.state from bank_call c join attempt a on a.attempt_ref = c.attempt_ref where"
                + " a.subject = ? and c.operation = ? order by c.seq")
        .params(subject, operation)
        .query(String.class)
        .list();
  }

  /** Whether a bank has answered, or failed to answer, a request of this kind. */
  boolean isTold(String subject, String operation) {
    var states = callStates(subject, operation);
    return !states.isEmpty() && !List.of("CREATED", "SENDING").contains(states.get(0));
  }

  int undelivered() {
    return jdbc.sql("select count(*) from outbox where delivered_at is null")
        .query(Integer.class)
        .single();
  }

  /** Every request for it as we know it, to read when a cell ends unexpectedly. */
  List<String> story(String subject) {
    return jdbc.sql(
            """
            select c.operation || ' ' || c.state || ', prepared ' || c.prepared_at || ', sent '
              || coalesce(cast(c.sent_at as varchar), 'never') || ', answered '
              || coalesce(cast(c.answered_at as varchar), 'never')
            from bank_call c join attempt a on a.attempt_ref = c.attempt_ref
            where a.subject = ? order by c.prepared_at\
            """)
        .param(subject)
        .query(String.class)
        .list();
  }

  /** The banks' ledger lines for this payment, registration or reversal, in order. */
  String ledger(String subject) {
    return words("/ledger?all=true", "kind", subject);
  }

  /** What a bank received for it in order, without inquiries and tombstones. */
  String requests(String subject) {
    return words("/receipts", "operation", subject)
        .replaceAll("\\b(inquiry|tombstone) ?", "")
        .strip();
  }

  private String words(String path, String field, String subject) {
    var refs = attempts(subject);
    var words = new ArrayList<String>();
    for (JsonNode line : sandbox.get(path).body()) {
      if (refs.contains(line.path("attemptRef").asText())) {
        words.add(line.path(field).asText());
      }
    }
    return String.join(" ", words);
  }

  long moved(String subject) {
    var refs = attempts(subject);
    var sum = 0L;
    for (JsonNode line : sandbox.get("/ledger").body()) {
      if (refs.contains(line.path("attemptRef").asText())) {
        sum += line.path("amount").asLong();
      }
    }
    return sum;
  }

  /** The newest code that a bank sent for the payment. */
  String otpOf(String payment) {
    var refs = attempts(payment);
    for (JsonNode sms : sandbox.get("/sms").body()) {
      if (refs.contains(sms.path("attemptRef").asText())) {
        return sms.path("otp").asText();
      }
    }
    throw new AssertionError("No SMS for " + payment);
  }
}
