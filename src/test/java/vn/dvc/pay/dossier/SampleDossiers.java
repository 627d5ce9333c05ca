package vn.dvc.pay.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;

/** Sample dossiers with readable names for tests. */
final class SampleDossiers {
  static final Payer CITIZEN = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
  static final Payer COMPANY =
      new Payer(Payer.Kind.ORGANISATION, "0100109106", "Công ty TNHH An Phát");

  private static final AtomicInteger SERIAL = new AtomicInteger();

  private SampleDossiers() {}

  static DossierCode freshCode() {
    return DossierCode.of("000.00.00.H47-261124-%04d".formatted(SERIAL.incrementAndGet()));
  }

  static DossierContent dossierOf(Payer payer, DossierContent.Fee... fees) {
    return new DossierContent(
        "Cấp giấy phép lái xe",
        "Sở Giao thông vận tải",
        payer,
        LocalDate.of(2027, 12, 31),
        List.of(fees));
  }

  static DossierContent dossierOf(Payer payer) {
    return dossierOf(payer, fee("LP01", 120_000));
  }

  static DossierContent.Fee fee(String code, long amount) {
    return new DossierContent.Fee(code, "Lệ phí cấp giấy phép", Money.dong(amount), treasury());
  }

  static DossierContent.Beneficiary treasury() {
    return new DossierContent.Beneficiary("970415", "113366668888", "Kho bạc Nhà nước");
  }
}
