package vn.dvc.pay.web.security.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import vn.dvc.pay.bank.tls.BankCertificates;
import vn.dvc.pay.bank.tls.MutualTls;
import vn.dvc.pay.bank.tls.MutualTls.Link;
import vn.dvc.pay.testing.TestCa;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.ProblemWriter;
import vn.dvc.scenario.FreePort;

/** The banks' port in a real Tomcat: who gets as far as a message. */
@Tag("fast")
class BankPortTest {
  private static final TestCa VIETIN = new TestCa("CA of VietinBank");
  private static final TestCa VIETCOM = new TestCa("CA of Vietcombank");
  private static final TestCa FOREIGN = new TestCa("another CA");
  private static final TestCa.Issued OURS = VIETIN.issue("localhost");
  private static final TestCa.Issued BANK = VIETIN.issue("api.vietinbank.example.vn");
  private static final int PORT = FreePort.next();
  private static final DefaultSslBundleRegistry BUNDLES = new DefaultSslBundleRegistry();
  private static WebServer server;

  @BeforeAll
  static void start() throws IOException {
    BUNDLES.registerBundle("bank-port", TestCa.bundle(OURS, VIETIN));
    BUNDLES.registerBundle("vietin", TestCa.bundle(OURS, VIETIN));
    BUNDLES.registerBundle("vietcom", TestCa.bundle(VIETCOM.issue("dvc-pay"), VIETCOM));
    var certificates =
        new BankCertificates(
            new MutualTls(
                Map.of(
                    "970415", new Link("vietin", "api.vietinbank.example.vn"),
                    "970436", new Link("vietcom", "api.vietcombank.example.vn")),
                "bank-port"),
            BUNDLES);
    var problems = mock(ProblemWriter.class);
    doAnswer(
            call -> {
              ((HttpServletResponse) call.getArgument(1))
                  .setStatus(((Problem) call.getArgument(2)).status());
              return null;
            })
        .when(problems)
        .write(any(), any(), any());
    var factory = new TomcatServletWebServerFactory(0);
    new BankPort(new PortSettings(0, PORT), certificates).customize(factory);
    server =
        factory.getWebServer(
            context -> {
              context
                  .addFilter("certificates", new BankCertificateFilter(certificates, problems))
                  .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
              context.addServlet("inbox", new Inbox()).addMapping("/*");
            });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void bankIsHeardUnderItsOwnCertificate() throws Exception {
    assertThat(send(context(BANK), "970415")).isEqualTo(202);
  }

  @Test
  void nobodyGetsToARequestWithoutACertificateOfABanksCa() throws Exception {
    assertThatThrownBy(() -> send(trustOnly(), "970415")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> send(context(FOREIGN.issue("api.vietinbank.example.vn")), "970415"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void bankSpeaksInNoOthersName() throws Exception {
    assertThat(send(context(BANK), "970436")).isEqualTo(401);
    assertThat(send(context(VIETCOM.issue("api.vietinbank.example.vn")), "970415")).isEqualTo(401);
    assertThat(send(context(BANK), "970499")).isEqualTo(401);
  }

  /** Not even our own, if the bank's CA has issued it. */
  @Test
  void otherCustomersOfTheBanksCaAreNotTheBank() throws Exception {
    assertThat(send(context(VIETIN.issue("somebody.example.vn")), "970415")).isEqualTo(401);
    assertThat(send(context(OURS), "970415")).isEqualTo(401);
  }

  @Test
  void renewedCertificateOfOursIsShownWithoutARestart() throws Exception {
    var serial = shown();
    BUNDLES.updateBundle("bank-port", TestCa.bundle(VIETIN.issue("localhost"), VIETIN));

    assertThat(shown()).isNotEqualTo(serial);
    assertThat(send(context(BANK), "970415")).isEqualTo(202);
  }

  private static String shown() throws Exception {
    var answer = client(context(BANK)).send(request("970415"), BodyHandlers.discarding());
    return ((java.security.cert.X509Certificate)
            answer.sslSession().orElseThrow().getPeerCertificates()[0])
        .getSerialNumber()
        .toString();
  }

  private static int send(SSLContext tls, String bank) throws Exception {
    return client(tls).send(request(bank), BodyHandlers.discarding()).statusCode();
  }

  private static HttpClient client(SSLContext tls) {
    return HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
  }

  private static HttpRequest request(String bank) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + PORT + "/bank/v1/notices"))
        .header("Dvc-Bank", bank)
        .POST(HttpRequest.BodyPublishers.ofString("{}"))
        .build();
  }

  private static SSLContext context(TestCa.Issued certificate) {
    return TestCa.bundle(certificate, VIETIN).createSslContext();
  }

  private static SSLContext trustOnly() throws Exception {
    var tls = SSLContext.getInstance("TLS");
    tls.init(null, TestCa.bundle(BANK, VIETIN).getManagers().getTrustManagers(), null);
    return tls;
  }

  private static final class Inbox extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
    }
  }
}
