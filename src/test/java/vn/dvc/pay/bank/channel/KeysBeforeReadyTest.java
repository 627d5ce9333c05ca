package vn.dvc.pay.bank.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dvc.pay.bank.BankRoom;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.TestBank;
import vn.dvc.pay.testing.MoodyPeer;

/** A node fetches the keys of all banks before it reports itself ready. */
@SpringBootTest(classes = BankRoom.class, webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("test")
@DirtiesContext
class KeysBeforeReadyTest {
  private static final MoodyPeer BANKS =
      new MoodyPeer().saysWell(new JWKSet(TestBank.stranger()).toString());

  @Autowired Banks banks;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("dvc.sandbox-url", BANKS::url);
  }

  @AfterAll
  static void stop() {
    BANKS.close();
  }

  @Test
  void eachBanksKeysAreFetchedOnceBeforeTheNodeIsReady() {
    assertThat(BANKS.requests())
        .containsExactlyInAnyOrderElementsOf(
            banks.all().stream()
                .map(bank -> "GET /banks/" + bank.bin() + "/keys HTTP/1.1")
                .toList());

    banks.all().forEach(bank -> banks.sealingKeys(bank.bin()));

    assertThat(BANKS.requests()).hasSameSizeAs(banks.all());
  }
}
