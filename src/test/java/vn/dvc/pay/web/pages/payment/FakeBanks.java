package vn.dvc.pay.web.pages.payment;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;

/** Two banks whose private keys the tests hold, so that they can open what was sealed. */
class FakeBanks implements Banks {
  static final String VIETINBANK = "970415";

  private static final List<Bank> BANKS =
      List.of(
          bank(VIETINBANK, "VietinBank", List.of(16, 19), Bank.DateKind.ISSUE, "04.39425580/81/82"),
          bank("970431", "Eximbank", List.of(16), Bank.DateKind.EXPIRY, "1900 6655"));

  private final RSAKey key;
  boolean reachable = true;

  FakeBanks() {
    try {
      key = new RSAKeyGenerator(2048).keyUse(KeyUse.ENCRYPTION).keyID("enc-1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Bank> all() {
    return BANKS;
  }

  @Override
  public Optional<Bank> find(String bin) {
    return BANKS.stream().filter(bank -> bank.bin().equals(bin)).findAny();
  }

  @Override
  public List<Map<String, Object>> sealingKeys(String bin) {
    return reachable ? List.of(key.toPublicJWK().toJSONObject()) : List.of();
  }

  Opened open(String sealed) {
    try {
      var jwe = JWEObject.parse(sealed);
      jwe.decrypt(new RSADecrypter(key));
      return new Opened(jwe.getHeader(), jwe.getPayload().toJSONObject());
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A sealed value as the bank reads it. */
  record Opened(JWEHeader header, Map<String, Object> content) {}

  private static Bank bank(
      String bin, String name, List<Integer> lengths, Bank.DateKind date, String hotline) {
    return new Bank(
        bin,
        name,
        "http://bank.invalid/" + bin,
        lengths,
        date,
        Bank.Capture.SEPARATE,
        new Bank.Terms("2026-01", "Tôi đồng ý để ngân hàng trích tiền từ thẻ."),
        new Bank.EnableOnline(true, hotline),
        1,
        1);
  }
}
