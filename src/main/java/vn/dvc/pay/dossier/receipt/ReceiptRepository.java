package vn.dvc.pay.dossier.receipt;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The receipts. */
interface ReceiptRepository extends Repository<ReceiptEntity, String> {

  @Query("select r from ReceiptEntity r where r.payment = :payment order by r.dossier")
  List<ReceiptEntity> of(String payment);

  @Query("select r from ReceiptEntity r where r.number = :number")
  ReceiptEntity read(String number);

  @Query(value = "select nextval('receipt_serial')", nativeQuery = true)
  long nextSerial();
}
