package vn.dvc.pay.bank.tls;

import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.stereotype.Component;
import vn.dvc.pay.http.RenewableTls;

/** How a route reaches its bank: with our certificate where one was agreed. */
@Component
public class BankTlsOptions {
  private final BankCertificates certificates;

  public BankTlsOptions(BankCertificates certificates) {
    this.certificates = certificates;
  }

  /** What is added to an address of Camel's HTTP component; nothing without a certificate. */
  public String of(CamelContext camel, String bin) {
    var bundle = certificates.forCallsTo(bin);
    if (bundle.isEmpty()) {
      return "";
    }
    var name = "tls-of-bank-" + bin;
    if (camel.getRegistry().lookupByName(name) == null) {
      var tls = new RenewableTls(bundle.get().createSslContext());
      certificates.onRenewalFor(bin, renewed -> tls.renew(renewed.createSslContext()));
      camel.getRegistry().bind(name, SSLContextParameters.class, tls);
    }
    return "&sslContextParameters=#" + name;
  }
}
