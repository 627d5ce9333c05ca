package vn.dvc.pay.payment.late;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface LateSuccessRepository extends JpaRepository<LateSuccessEntity, UUID> {

  List<LateSuccessEntity> findByWaitsTrue();

  List<LateSuccessEntity> findByPaymentOrderByHeardAt(String payment);

  Optional<LateSuccessEntity> findByReversal(String reversal);
}
