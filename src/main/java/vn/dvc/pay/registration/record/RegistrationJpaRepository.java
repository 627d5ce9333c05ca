package vn.dvc.pay.registration.record;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface RegistrationJpaRepository extends JpaRepository<RegistrationEntity, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from RegistrationEntity r where r.id = :id")
  Optional<RegistrationEntity> lock(String id);

  @Query("select r from RegistrationEntity r where r.payerId = :payer order by r.createdAt desc")
  List<RegistrationEntity> ofPayer(String payer, Limit limit);

  @Query("select r from RegistrationEntity r where r.id >= :first and r.id < :end order by r.id")
  List<RegistrationEntity> between(String first, String end);

  Optional<RegistrationEntity> findByOpenKey(String payer);

  Optional<RegistrationEntity> findByForceKey(String payer);

  @Query(
      """
      select r.id from RegistrationEntity r join r.versions v
      where r.bank.mandateReference = :reference and v.number = r.formVersion and v.bank = :bank
      order by r.id""")
  List<String> ofMandate(String bank, String reference);

  @Query(
      """
      select count(r) from RegistrationEntity r join r.versions v
      where r.status = vn.dvc.pay.registration.RegistrationStatus.ACTIVATING
        and v.number = r.formVersion and v.bank = :bank""")
  long countActivating(String bank);
}
