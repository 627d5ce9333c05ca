package vn.dvc.pay.web.pages.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.dossier.DossierSearch;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/** Dossiers in memory. */
class FakeDossiers implements Dossiers {
  private final Map<DossierCode, Dossier> all = new LinkedHashMap<>();

  DossierCode unpaid(String code, Payer payer, long... fees) {
    var named =
        java.util.stream.IntStream.range(0, fees.length)
            .mapToObj(i -> fee("LP0" + (i + 1), "Lệ phí thẩm định số " + (i + 1), fees[i]))
            .toList();
    var content =
        new DossierContent(
            "Cấp giấy phép xây dựng nhà ở riêng lẻ",
            "UBND thành phố Hội An, tỉnh Quảng Nam",
            payer,
            LocalDate.of(2027, 12, 31),
            named);
    return put(DossierCode.of(code), content).code();
  }

  private static DossierContent.Fee fee(String code, String name, long amount) {
    return new DossierContent.Fee(
        code,
        name,
        Money.dong(amount),
        new DossierContent.Beneficiary("970415", "111000111000", "Kho bạc Nhà nước Hội An"));
  }

  void set(DossierCode code, Dossier.Status status, String payment, String receipt) {
    all.put(code, new Dossier(code, all.get(code).content(), status, payment, receipt));
  }

  boolean areFree(List<DossierCode> codes) {
    return codes.stream().allMatch(code -> all.get(code).status() == Dossier.Status.UNPAID);
  }

  void clear() {
    all.clear();
  }

  @Override
  public Dossier put(DossierCode code, DossierContent content) {
    all.put(code, new Dossier(code, content, Dossier.Status.UNPAID, null, null));
    return all.get(code);
  }

  @Override
  public Optional<Dossier> find(DossierCode code) {
    return Optional.ofNullable(all.get(code));
  }

  @Override
  public List<Dossier> list(String payerId, Dossier.Status status, int page) {
    return all.values().stream()
        .filter(dossier -> dossier.content().payer().id().equals(payerId))
        .skip(50L * page)
        .limit(50)
        .toList();
  }

  @Override
  public DossierSearch.Found search(DossierSearch search, int page) {
    var found =
        all.values().stream()
            .filter(dossier -> dossier.content().payer().id().equals(search.payerId()))
            .filter(dossier -> search.status() == null || dossier.status() == search.status())
            .filter(dossier -> dossier.code().text().contains(search.text().strip()))
            .sorted(Comparator.comparing(Dossier::status))
            .toList();
    var from = Math.min(found.size(), page * DossierSearch.PAGE);
    var to = Math.min(found.size(), from + DossierSearch.PAGE);
    var payable =
        all.values().stream()
            .filter(dossier -> dossier.content().payer().id().equals(search.payerId()))
            .filter(dossier -> dossier.status() == Dossier.Status.UNPAID)
            .filter(dossier -> dossier.code().text().contains(search.text().strip()))
            .count();
    return new DossierSearch.Found(found.subList(from, to), found.size(), payable);
  }

  @Override
  public List<Dossier> ofPayer(List<DossierCode> codes, String payerId) {
    return codes.stream()
        .map(all::get)
        .filter(dossier -> dossier != null && dossier.content().payer().id().equals(payerId))
        .toList();
  }

  @Override
  public List<Dossier> take(List<DossierCode> codes, Payer payer, String payment) {
    for (var code : codes) {
      var dossier = find(code).orElseThrow(() -> Problem.notFound("dossier-not-found"));
      if (!dossier.content().payer().id().equals(payer.id())) {
        throw Problem.notFound("dossier-not-found");
      }
      if (dossier.status() == Dossier.Status.IN_PROGRESS) {
        throw Problem.conflict("dossier-in-payment").with("payment", dossier.payment());
      }
      if (dossier.status() == Dossier.Status.PAID) {
        throw Problem.conflict("dossier-paid");
      }
    }
    codes.forEach(code -> set(code, Dossier.Status.IN_PROGRESS, payment, null));
    return codes.stream().map(all::get).toList();
  }

  @Override
  public boolean takeIfFree(List<DossierCode> codes, Payer payer, String payment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void release(String payment) {
    List.copyOf(all.values()).stream()
        .filter(dossier -> payment.equals(dossier.payment()))
        .forEach(dossier -> set(dossier.code(), Dossier.Status.UNPAID, null, null));
  }

  @Override
  public List<Receipt> markPaid(String payment, Instant at) {
    List.copyOf(all.values()).stream()
        .filter(dossier -> payment.equals(dossier.payment()))
        .forEach(
            dossier ->
                set(
                    dossier.code(),
                    Dossier.Status.PAID,
                    payment,
                    "BL-" + dossier.code().text().substring(14)));
    return receipts(payment);
  }

  @Override
  public void markRefunded(String payment, List<DossierCode> dossiers, Refunded how) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Receipt> receipts(String payment) {
    return all.values().stream()
        .filter(dossier -> payment.equals(dossier.payment()) && dossier.receipt() != null)
        .map(dossier -> new Receipt(dossier.code(), dossier.receipt()))
        .toList();
  }

  @Override
  public Dossier cancel(DossierCode code) {
    throw new UnsupportedOperationException();
  }
}
