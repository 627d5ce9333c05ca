package vn.dvc.pay.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.values.PaymentId;

/** What opening a case does, before anybody decides it. */
@OperatorsTest
class OpenCaseTest {
  private static final String KIND = "unknown-outcome";

  @Autowired Cases cases;
  @Autowired HumanTasks tasks;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private final String subject = PaymentId.fresh().toString();

  @Test
  void openingACaseAgainAddsItsEvidenceToTheFirst() {
    var first = open();
    var second =
        transaction.execute(
            on -> cases.open(KIND, subject, "P1", "UNKNOWN", Map.of("Sao kê", "không có dòng")));

    assertThat(second).isEqualTo(first);
    assertThat(cases.find(first).orElseThrow().evidence())
        .containsEntry("bank", "không trả lời")
        .containsEntry("Sao kê", "không có dòng");
    assertThat(tasks.openOf(first)).hasSize(1);
  }

  @Test
  void concurrentRequestsOpenOneCase() throws Exception {
    var together = new CyclicBarrier(4);
    Callable<String> opening =
        () -> {
          together.await();
          return open();
        };
    var pool = Executors.newFixedThreadPool(4);
    var ids = pool.invokeAll(List.of(opening, opening, opening, opening));
    pool.shutdown();

    var first = ids.get(0).get();
    for (var id : ids) {
      assertThat(id.get()).isEqualTo(first);
    }
    assertThat(
            jdbc.sql("select count(*) from case_file where subject = ?")
                .param(subject)
                .query(Long.class)
                .single())
        .isOne(); // other tests' cases may fill the first page of the list
    assertThat(tasks.openOf(first)).hasSize(1);
  }

  @Test
  void caseOpenedInARolledBackTransactionDoesNotExist() {
    transaction.executeWithoutResult(
        undone -> {
          openWithin();
          undone.setRollbackOnly();
        });

    assertThat(cases.isOpen(KIND, subject)).isFalse();
  }

  @Test
  void unknownKindIsRefused() {
    assertThatThrownBy(
            () ->
                transaction.execute(
                    on -> cases.open("no-such-kind", subject, null, "UNKNOWN", Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String open() {
    return transaction.execute(on -> openWithin());
  }

  private String openWithin() {
    return cases.open(KIND, subject, "P1", "UNKNOWN", Map.of("bank", "không trả lời"));
  }
}
