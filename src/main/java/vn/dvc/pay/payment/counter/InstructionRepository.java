package vn.dvc.pay.payment.counter;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface InstructionRepository extends JpaRepository<InstructionRow, String> {

  boolean existsByCode(String code);

  /** Values, not rows: who means to change one locks its payment first and reads it then. */
  @Query("select i.payment from InstructionRow i where i.code in :codes")
  List<String> paymentsOf(Collection<String> codes);
}
