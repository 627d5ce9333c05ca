package vn.dvc.pay.mailing.address;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Sha256;

/**
 * The codes by which payers prove that an address is theirs. One is made when its message is about
 * to be sent, so it is stored nowhere; of the last one we keep a hash.
 */
@Component
public class AddressCodes {
  public static final Duration GOOD_FOR = Duration.ofMinutes(15);
  static final int TRIES = 5;
  private static final int POSSIBLE = 1_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final AddressRepository addresses;
  private final DatabaseTime time;

  AddressCodes(AddressRepository addresses, DatabaseTime time) {
    this.addresses = addresses;
    this.time = time;
  }

  /** A new code for this address; an earlier one is worth nothing any more. */
  @Transactional
  public String fresh(UUID address) {
    var code = "%06d".formatted(RANDOM.nextInt(POSSIBLE));
    addresses.setCode(address, hash(address, code), time.now().plus(GOOD_FOR), TRIES);
    return code;
  }

  /** Takes as long whatever differs. */
  static boolean isRight(AddressRepository.Stored address, String typed) {
    var hash = hash(address.id(), typed.replaceAll("\\s", ""));
    return address.codeSha256() != null
        && MessageDigest.isEqual(
            hash.getBytes(StandardCharsets.US_ASCII),
            address.codeSha256().getBytes(StandardCharsets.US_ASCII));
  }

  private static String hash(UUID address, String code) {
    return Sha256.hex((address + " " + code).getBytes(StandardCharsets.UTF_8));
  }
}
