package vn.dvc.pay.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.dvc.pay.documents.DocumentContent.Difference;
import vn.dvc.pay.documents.DocumentContent.Fact;
import vn.dvc.pay.documents.DocumentContent.Line;
import vn.dvc.pay.documents.DocumentContent.PaymentConfirmation;
import vn.dvc.pay.documents.DocumentContent.PaymentInstruction;
import vn.dvc.pay.documents.DocumentContent.PaymentSummary;
import vn.dvc.pay.documents.DocumentContent.Received;
import vn.dvc.pay.documents.DocumentContent.ReconciliationReport;
import vn.dvc.pay.documents.DocumentContent.RegistrationForm;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;

/** Typical documents, to look at and to test with. */
public final class SampleDocuments {
  public static final Locale VIETNAMESE = new Locale("vi", "VN");
  static final String PAYMENT = "P0F3B6C1D2E4A59788796A5B4C3D2E1F0";
  public static final String CODE = "DVC7K2M9QXT";
  public static final Instant NOW = Instant.parse("2026-11-24T03:15:00Z");
  static final AccountNumber COLLECTING = new AccountNumber("970415", "113366668888");
  static final Payer AN_PHAT =
      new Payer(Payer.Kind.ORGANISATION, "0100109106", "Công ty TNHH An Phát");
  public static final Payer NGUYEN_VAN_A =
      new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
  public static final Payer LONG_NAME =
      new Payer(
          Payer.Kind.ORGANISATION,
          "0100109106-001",
          "Chi nhánh Công ty Trách nhiệm hữu hạn Một thành viên Đầu tư, Xây dựng, Thương mại và"
              + " Dịch vụ Kỹ thuật Nông nghiệp Công nghệ cao Hoàng Nguyễn Quảng Nam – Văn phòng"
              + " giao dịch huyện Đông Giang");

  private SampleDocuments() {}

  public static DocumentContent of(DocumentKind kind) {
    return switch (kind) {
      case REGISTRATION_FORM -> form(AN_PHAT);
      case PAYMENT_INSTRUCTION -> instruction(NGUYEN_VAN_A, lines(2));
      case PAYMENT_CONFIRMATION -> confirmation(NGUYEN_VAN_A, lines(2));
      case PAYMENT_SUMMARY -> summary(AN_PHAT, lines(12));
      case RECONCILIATION_REPORT -> report(3);
    };
  }

  /** The same after a refund. */
  static DocumentContent cancelled(DocumentKind kind) {
    return kind == DocumentKind.PAYMENT_SUMMARY
        ? summary(AN_PHAT, lines(3, 1))
        : confirmation(NGUYEN_VAN_A, lines(2, 2), NOW);
  }

  public static RegistrationForm form(Payer payer) {
    var organisation = payer.kind() == Payer.Kind.ORGANISATION;
    return new RegistrationForm(
        "R0F3B6C1D2E4A59788796A5B4C3D2E1F0",
        1,
        NOW,
        payer,
        "Số 24 đường Trần Phú, phường Tân Thạnh, thành phố Tam Kỳ, tỉnh Quảng Nam",
        "0235 3852 739",
        "ketoan@anphat.example.vn",
        organisation ? "Trần Thị Thuỳ Dương" : null,
        organisation ? "Giám đốc" : null,
        new AccountNumber("970415", "113366668888"),
        "VietinBank",
        "CONG TY TNHH AN PHAT",
        "CTY TNHH AN PHAT",
        "VietinBank Quảng Nam");
  }

  public static PaymentInstruction instruction(Payer payer, List<Line> lines) {
    return new PaymentInstruction(
        PAYMENT,
        CODE,
        NOW,
        NOW.plusSeconds(3 * 86_400),
        payer,
        COLLECTING,
        "VietinBank",
        "Tài khoản thu phí, lệ phí dịch vụ công tỉnh Quảng Nam",
        total(lines),
        lines,
        List.of());
  }

  /** Part of the amount was received before and is held; this asks for the rest. */
  public static PaymentInstruction instructionForRest(Payer payer, List<Line> lines) {
    var whole = instruction(payer, lines);
    var kept = Money.dong(50_000);
    return new PaymentInstruction(
        PAYMENT,
        "DVC8R4T6YPA",
        NOW.plusSeconds(3_600),
        whole.validUntil(),
        payer,
        COLLECTING,
        whole.collectingBankName(),
        whole.collectingName(),
        Money.dong(whole.amount().dong() - kept.dong()),
        lines,
        List.of(new Received(kept, NOW.plusSeconds(1_800), null)));
  }

  /** More than was owed was received, in two parts, and the rest is given back. */
  public static DocumentContent withMoneyReceived(
      DocumentKind kind, Payer payer, List<Line> lines) {
    var received =
        List.of(
            new Received(Money.dong(200_000), NOW, null),
            new Received(total(lines), NOW.plusSeconds(600), Money.dong(200_000)));
    if (kind == DocumentKind.PAYMENT_CONFIRMATION) {
      return confirmation(payer, lines, null, received);
    }
    return kind == DocumentKind.PAYMENT_SUMMARY
        ? summary(payer, lines, received)
        : instructionForRest(payer, lines);
  }

  public static PaymentConfirmation confirmation(Payer payer, List<Line> lines) {
    return confirmation(payer, lines, null);
  }

  public static PaymentConfirmation confirmation(
      Payer payer, List<Line> lines, Instant cancelledAt) {
    return confirmation(payer, lines, cancelledAt, List.of());
  }

  private static PaymentConfirmation confirmation(
      Payer payer, List<Line> lines, Instant cancelledAt, List<Received> received) {
    return new PaymentConfirmation(
        "XN-261124-000001",
        "K7QM2X9APR4T",
        PAYMENT,
        NOW,
        payer,
        "Thẻ nội địa, VietinBank",
        "FT26328A7K2M9",
        lines.get(0).dossier(),
        "Cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với"
            + " đất",
        "Sở Nông nghiệp và Môi trường tỉnh Quảng Nam",
        total(lines),
        lines,
        cancelledAt,
        received);
  }

  public static PaymentSummary summary(Payer payer, List<Line> lines) {
    return summary(payer, lines, List.of());
  }

  private static PaymentSummary summary(Payer payer, List<Line> lines, List<Received> received) {
    return new PaymentSummary(
        PAYMENT,
        NOW,
        payer,
        "Tài khoản ********8888, VietinBank",
        "FT26328A7K2M9",
        total(lines),
        lines,
        received);
  }

  public static ReconciliationReport report(int differences) {
    var all = new ArrayList<Difference>();
    for (var n = 1; n <= differences; n++) {
      all.add(
          n % 3 == 0
              ? new Difference(
                  "Không đọc được", "" + n, null, null, null, null, "chờ hai người quyết định")
              : new Difference(
                  "Chỉ ngân hàng có",
                  "" + n,
                  "1d1f0b5e-64a8-4c7c-9d61-%012d".formatted(n),
                  PAYMENT,
                  "1.250.000",
                  "1.250.001",
                  "Đã xem xét, không cần chuyển tiền"));
    }
    return new ReconciliationReport(
        "970415/2026-11-24",
        "VietinBank",
        NOW,
        List.of(
            new Fact("Tệp sao kê", "STMT-970415-20261124"),
            new Fact("Tiền vào (số bút toán · tổng)", "128 · 15.360.000 đồng"),
            new Fact("Chỉ ngân hàng có", "" + differences)),
        all);
  }

  /** Each for a dossier of its own, with short and long names. */
  public static List<Line> lines(int count) {
    return lines(count, 0);
  }

  /** The same, with the first of them refunded. */
  public static List<Line> lines(int count, int cancelled) {
    var lines = new ArrayList<Line>();
    for (var n = 1; n <= count; n++) {
      var longName = n % 3 == 2;
      lines.add(
          new Line(
              "000.00.00.H47-261124-%04d".formatted(n),
              "XN-261124-%06d".formatted(n),
              "LP%02d".formatted(n % 100),
              longName
                  ? "Phí thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở"
                      + " và tài sản khác gắn liền với đất"
                  : "Lệ phí cấp giấy phép xây dựng",
              Money.dong(120_000L * n),
              longName ? "Văn phòng Đăng ký đất đai tỉnh Quảng Nam" : "Sở Xây dựng Quảng Nam",
              "3511.0.1038417",
              "Kho bạc Nhà nước Quảng Nam",
              n <= cancelled));
    }
    return lines;
  }

  private static Money total(List<Line> lines) {
    return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
  }
}
