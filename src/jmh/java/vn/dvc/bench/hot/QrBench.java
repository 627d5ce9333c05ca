package vn.dvc.bench.hot;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import vn.dvc.pay.documents.QrPicture;
import vn.dvc.pay.documents.VietQr;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;

/** The VietQR of a payment instruction, and its picture. */
@State(Scope.Benchmark)
public class QrBench {
  private final AccountNumber account = new AccountNumber("970415", "118000012345");
  private final Money amount = new Money(1_234_000);
  private final String text = text();

  @Benchmark
  public String text() {
    return new VietQr(account, amount, "DVC1234567890").text();
  }

  @Benchmark
  public String picture() {
    return QrPicture.svg(text);
  }
}
