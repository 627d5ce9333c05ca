package vn.dvc.pay.web.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.keys.SigningKey;

/** What callers need to know beforehand: the banks, our public keys and the contract. */
@RestController
@RequestMapping("/api/v1")
class PublicApiController {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private final Banks banks;
  private final SigningKey signingKey;

  PublicApiController(Banks banks, SigningKey signingKey) {
    this.banks = banks;
    this.signingKey = signingKey;
  }

  @GetMapping(path = "/banks", produces = MediaType.APPLICATION_JSON_VALUE)
  BankList banks() {
    return new BankList(banks.all().stream().map(this::view).toList());
  }

  @GetMapping(path = "/keys", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> keys() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .body(signingKey.publicJwks());
  }

  @GetMapping(path = "/openapi.yaml", produces = "application/yaml")
  Resource contract() {
    return new ClassPathResource("contracts/portal-v1.yaml");
  }

  private BankView view(Bank bank) {
    return new BankView(
        bank.bin(),
        bank.name(),
        bank.cardLengths(),
        bank.dateKind(),
        bank.terms(),
        new Keys(banks.sealingKeys(bank.bin())),
        bank.enableOnline());
  }

  record BankList(List<BankView> banks) {}

  /** An issuing bank: what its cards look like and how data is sealed for it. */
  record BankView(
      String bin,
      String name,
      List<Integer> cardLengths,
      Bank.DateKind dateKind,
      Bank.Terms terms,
      Keys keys,
      Bank.EnableOnline enableOnline) {}

  record Keys(List<Map<String, Object>> keys) {}
}
