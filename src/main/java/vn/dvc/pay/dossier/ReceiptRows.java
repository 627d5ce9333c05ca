package vn.dvc.pay.dossier;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The receipts. */
interface ReceiptRows extends Repository<ReceiptRow, String> {

  @Query("select r from ReceiptRow r where r.payment = :payment order by r.dossier")
  List<ReceiptRow> of(String payment);

  @Query("select r from ReceiptRow r where r.number = :number")
  ReceiptRow read(String number);

  @Query(value = "select nextval('receipt_serial')", nativeQuery = true)
  long nextSerial();
}
