package vn.dvc.pay.cases.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.cases.Audit;

@OperatorsTest
class AuditTrailTest {
  @Autowired Audit audit;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  @AfterEach
  void startAnew() {
    jdbc.sql("delete from audit_seal").update();
    jdbc.sql("delete from audit_entry").update();
    jdbc.sql("update audit_head set seq = 0, hash = :none").param("none", "0".repeat(64)).update();
  }

  @Test
  void anUntouchedTrailVerifies() {
    write("operator-1", "first");
    write("operator-2", "second");

    assertThat(audit.verify()).isEqualTo(new Audit.Verification(2, null));
    assertThat(audit.list(0)).extracting(Audit.Entry::reason).containsExactly("second", "first");
    assertThat(audit.about("P1")).hasSize(2);
  }

  @Test
  void anEmptyTrailVerifies() {
    assertThat(audit.verify().intact()).isTrue();
  }

  @Test
  void anEditedEntryIsFound() {
    write("operator-1", "first");
    write("operator-1", "second");
    write("operator-1", "third");
    jdbc.sql("update audit_entry set actor = 'operator-2' where seq = 2").update();

    assertThat(audit.verify().firstBroken()).isEqualTo(2);
  }

  @Test
  void aRemovedEntryIsFound() {
    write("operator-1", "first");
    write("operator-1", "second");
    write("operator-1", "third");
    jdbc.sql("delete from audit_entry where seq = 2").update();

    assertThat(audit.verify().firstBroken()).isEqualTo(2);
  }

  @Test
  void aRemovedNewestEntryIsFound() {
    write("operator-1", "first");
    write("operator-1", "second");
    jdbc.sql("delete from audit_entry where seq = 2").update();

    assertThat(audit.verify().firstBroken()).isEqualTo(2);
  }

  @Test
  void concurrentWritersProduceOneChain() throws Exception {
    var writers = new ArrayList<Callable<Object>>();
    for (int i = 0; i < 20; i++) {
      var reason = "reason " + i;
      writers.add(
          () -> {
            write("operator-1", reason);
            return null;
          });
    }
    var pool = Executors.newFixedThreadPool(4);
    for (var written : pool.invokeAll(writers)) {
      written.get();
    }
    pool.shutdown();

    assertThat(audit.verify()).isEqualTo(new Audit.Verification(20, null));
  }

  @Test
  void aRolledBackActionLeavesNoEntry() {
    transaction.executeWithoutResult(
        undone -> {
          audit.write("operator-1", "step-retried", "P1", "never happened");
          undone.setRollbackOnly();
        });

    assertThat(audit.list(0)).isEmpty();
    assertThat(audit.verify().intact()).isTrue();
  }

  @Test
  void anEntryRequiresTheTransactionItDescribes() {
    assertThatThrownBy(() -> audit.write("operator-1", "step-retried", "P1", "why"))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  private void write(String actor, String reason) {
    transaction.executeWithoutResult(on -> audit.write(actor, "step-retried", "P1", reason));
  }
}
