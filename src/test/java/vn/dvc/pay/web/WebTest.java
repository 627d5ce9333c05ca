package vn.dvc.pay.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.payment.PaymentDocuments;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.registration.Registrations;

/**
 * The whole application on a port of its own, called over real HTTP. Payments and registrations are
 * faked, so that they are in whatever status a test needs, and so are the banks' keys, which nobody
 * serves here.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(TrialPages.class)
public abstract class WebTest {
  @LocalServerPort private int port;
  @MockitoBean protected Payments payments;
  @MockitoBean protected Refunds refunds;
  @MockitoBean protected InquiryRequests inquiries;
  @MockitoBean protected PaymentDocuments documents;
  @MockitoBean protected Registrations registrations;
  @MockitoSpyBean protected Banks banks;

  @BeforeEach
  void banksHaveToldTheirKeys() {
    doReturn(List.of(Map.of("kty", "RSA", "use", "enc", "kid", "b1", "n", "AQ", "e", "AQAB")))
        .when(banks)
        .sealingKeys(any());
  }

  protected int port() {
    return port;
  }

  protected HttpCaller anybody() {
    return HttpCaller.of(port);
  }

  protected HttpCaller portal() {
    return anybody().as("portal", "portal");
  }
}
