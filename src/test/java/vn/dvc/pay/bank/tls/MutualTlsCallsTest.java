package vn.dvc.pay.bank.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import vn.dvc.pay.bank.tls.MutualTls.Link;
import vn.dvc.pay.http.BoundedHttpComponent;
import vn.dvc.pay.http.ExchangeLimits;
import vn.dvc.pay.testing.TestCa;

/** Our calls to a bank that asks for a certificate: HTTP and TLS are real. */
class MutualTlsCallsTest {
  private static final String BIN = "970415";
  private static final TestCa BANKS = new TestCa("CA of the bank");
  private static final TestCa FOREIGN = new TestCa("another CA");
  private static final TestCa.Issued OURS = BANKS.issue("dvc-pay.example.vn");

  private final List<String> callers = new CopyOnWriteArrayList<>();
  private final CamelContext camel = new DefaultCamelContext();
  private HttpsServer bank;

  @BeforeEach
  void open() throws IOException {
    bank = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    bank.createContext(
        "/",
        exchange -> {
          var certificate = ((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0];
          callers.addAll(CertificateNames.of((X509Certificate) certificate));
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    camel
        .getRegistry()
        .bind(
            "bank-http",
            new BoundedHttpComponent(
                new ExchangeLimits(
                    Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20), 1000)));
    camel.start();
  }

  @AfterEach
  void close() {
    camel.stop();
    bank.stop(0);
  }

  @Test
  void bankSeesOurCertificate() {
    serve(BANKS.issue("localhost"));

    assertThat(call(TestCa.bundle(OURS, BANKS))).isEqualTo(200);

    assertThat(callers).contains("dvc-pay.example.vn");
  }

  @Test
  void bankIsNotReachedWithoutACertificateOrWithAForeignOne() {
    serve(BANKS.issue("localhost"));

    assertThat(call((SslBundle) null)).isZero();
    assertThat(call(TestCa.bundle(FOREIGN.issue("dvc-pay.example.vn"), BANKS))).isZero();

    assertThat(callers).isEmpty();
  }

  @Test
  void nothingIsSentToWhomTheBanksCaDoesNotVouchFor() {
    serve(FOREIGN.issue("localhost"));

    assertThat(call(TestCa.bundle(OURS, BANKS))).isZero();

    assertThat(callers).isEmpty();
  }

  @Test
  void renewedCertificateIsUsedFromTheNextConnectionOn() {
    serve(BANKS.issue("localhost"));
    var bundles = bundles(TestCa.bundle(OURS, BANKS));
    var address = address(bundles);
    assertThat(call(address)).isEqualTo(200);

    bundles.updateBundle("ours", TestCa.bundle(BANKS.issue("renewed.example.vn"), BANKS));

    assertThat(call(address)).isEqualTo(200);
    assertThat(callers).contains("renewed.example.vn");
  }

  /** Ends each connection after its answer, so that the next call opens one. */
  private void serve(TestCa.Issued certificate) {
    var ssl = TestCa.bundle(certificate, BANKS).createSslContext();
    bank.setHttpsConfigurator(
        new HttpsConfigurator(ssl) {
          @Override
          public void configure(HttpsParameters parameters) {
            var all = ssl.getDefaultSSLParameters();
            all.setNeedClientAuth(true);
            parameters.setSSLParameters(all);
          }
        });
    bank.start();
  }

  private int call(SslBundle ours) {
    return call(address(bundles(ours)));
  }

  private static DefaultSslBundleRegistry bundles(SslBundle ours) {
    return ours == null
        ? new DefaultSslBundleRegistry()
        : new DefaultSslBundleRegistry("ours", ours);
  }

  private String address(DefaultSslBundleRegistry bundles) {
    var banks =
        bundles.getBundleNames().isEmpty()
            ? Map.<String, Link>of()
            : Map.of(BIN, new Link("ours", "bank.example.vn"));
    camel.getRegistry().unbind("tls-of-bank-" + BIN);
    var options =
        new BankTlsOptions(new BankCertificates(new MutualTls(banks, "bank-port"), bundles));
    return "bank-http:https://localhost:%d/?throwExceptionOnFailure=false%s"
        .formatted(bank.getAddress().getPort(), options.of(camel, BIN));
  }

  /** The status; 0 if there was no answer. */
  private int call(String address) {
    try (var template = camel.createProducerTemplate()) {
      var answer =
          template.request(
              address, request -> request.getMessage().setHeader("Connection", "close"));
      return answer.getException() == null
          ? answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class)
          : 0;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
