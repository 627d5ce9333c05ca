package vn.dvc.pay.payment.counter.instruction;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface InstructionRepository extends JpaRepository<InstructionEntity, String> {

  /** The payment's instructions; the last one is in force. */
  @Query("select i from InstructionEntity i where i.payment = :payment order by i.issue")
  List<InstructionEntity> ofPayment(String payment);

  /** Returns values, not entities: lock the payment before reading an instruction to change it. */
  @Query("select distinct i.payment from InstructionEntity i where i.code in :codes")
  List<String> paymentsOf(Collection<String> codes);
}
