package vn.dvc.pay.payment.outcome;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClarificationRepository extends JpaRepository<ClarificationRow, UUID> {}
