package vn.dvc.pay.web;

import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.payment.Payments;

/**
 * The whole application on a port of its own, asked over real HTTP. Payments and banks are played,
 * so that they stand as each test needs them.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(TrialPages.class)
public abstract class WebTest {
  protected static final Bank VIETINBANK =
      new Bank(
          "970415",
          "VietinBank",
          "http://localhost:1/banks/970415",
          List.of(16, 19),
          Bank.DateKind.ISSUE,
          Bank.Capture.SEPARATE,
          new Bank.Terms("2026-01", "Tôi đồng ý"),
          new Bank.EnableOnline(true, "04.39425580"),
          4,
          2);

  @LocalServerPort private int port;
  @MockitoBean protected Payments payments;
  @MockitoBean protected Banks banks;

  @BeforeEach
  void oneBankIsKnown() {
    when(banks.all()).thenReturn(List.of(VIETINBANK));
    when(banks.find("970415")).thenReturn(Optional.of(VIETINBANK));
    when(banks.sealingKeys("970415"))
        .thenReturn(
            List.of(Map.of("kty", "RSA", "use", "enc", "kid", "b1", "n", "AQ", "e", "AQAB")));
  }

  protected Caller anybody() {
    return new Caller("http://localhost:" + port);
  }

  protected Caller portal() {
    return anybody().as("portal", "portal");
  }
}
