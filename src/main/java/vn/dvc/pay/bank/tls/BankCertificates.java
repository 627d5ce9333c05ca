package vn.dvc.pay.bank.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.X509TrustManager;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Whom a certificate shows to be which bank: each bank's CA counts for this bank alone. */
@Component
public class BankCertificates {
  private static final String ANY_KEY = "UNKNOWN";

  private final MutualTls settings;
  private final SslBundles bundles;

  public BankCertificates(MutualTls settings, SslBundles bundles) {
    this.settings = settings;
    this.bundles = bundles;
  }

  /** Our certificate for calls to the bank, and its CA. */
  public Optional<SslBundle> forCallsTo(String bin) {
    return settings.with(bin).map(link -> whole(link.bundle()));
  }

  /** Our certificate at the port where banks call us. */
  public SslBundle ofPort() {
    return bundles.getBundle(settings.portBundle());
  }

  /** Whether the bank's CA issued this certificate, for the name agreed with the bank. */
  public boolean areOf(String bin, X509Certificate[] chain) {
    return settings
        .with(bin)
        .filter(link -> isTrusted(whole(link.bundle()), chain))
        .filter(link -> CertificateNames.of(chain[0]).contains(link.clientName()))
        .isPresent();
  }

  /** The CAs of all banks: whom the port lets speak at all. */
  public KeyStore authorities() {
    try {
      var all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      for (var bank : settings.banks().entrySet()) {
        var trusted = whole(bank.getValue().bundle()).getStores().getTrustStore();
        for (var alias : Collections.list(trusted.aliases())) {
          all.setCertificateEntry(bank.getKey() + "-" + alias, trusted.getCertificate(alias));
        }
      }
      return all;
    } catch (GeneralSecurityException | java.io.IOException broken) {
      throw new IllegalStateException("The banks' CAs cannot be read", broken);
    }
  }

  /** Calls back with the bank's bundle each time its files were replaced. */
  void onRenewalFor(String bin, Consumer<SslBundle> renewed) {
    settings.with(bin).ifPresent(link -> bundles.addBundleUpdateHandler(link.bundle(), renewed));
  }

  /** Calls back when any file that the banks' port uses was replaced. */
  public void onRenewalOfPort(Runnable renewed) {
    bundles.addBundleUpdateHandler(settings.portBundle(), bundle -> renewed.run());
    settings.banks().keySet().forEach(bin -> onRenewalFor(bin, bundle -> renewed.run()));
  }

  /** Without a trust store of its own, Java would trust every public CA. */
  private SslBundle whole(String name) {
    var bundle = bundles.getBundle(name);
    if (bundle.getStores().getKeyStore() == null || bundle.getStores().getTrustStore() == null) {
      throw new IllegalStateException(
          "SSL bundle %s needs our certificate (keystore) and the bank's CA (truststore)"
              .formatted(name));
    }
    return bundle;
  }

  private static boolean isTrusted(SslBundle bundle, X509Certificate[] chain) {
    var manager =
        Arrays.stream(bundle.getManagers().getTrustManagers())
            .filter(X509TrustManager.class::isInstance)
            .map(X509TrustManager.class::cast)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no trust manager for X.509"));
    try {
      manager.checkClientTrusted(chain, ANY_KEY);
      return true;
    } catch (CertificateException foreign) {
      return false;
    }
  }
}
