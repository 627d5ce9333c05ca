package vn.dvc.pay.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.dvc.pay.values.Sha256;

/**
 * Seals what others keep for us and only our own nodes may read or write (AES-256-GCM). The keys
 * are made from the signing keys, which all nodes share: the first one seals, and each opens, so
 * that what was sealed before a change of keys is good after it. A key is good for four billion
 * seals (2^32, NIST SP 800-38D).
 */
@Component
public class Sealing {
  private static final byte[] PURPOSE = "dvc-pay sealing 1 ".getBytes(StandardCharsets.UTF_8);
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final List<SecretKeySpec> keys;
  private final SecureRandom random = new SecureRandom();

  Sealing(KeySettings settings) {
    keys =
        new KeyFile(settings)
            .keys().stream()
                .map(key -> Sha256.bytes(PURPOSE, key.getD().decode()))
                .map(key -> new SecretKeySpec(key, "AES"))
                .toList();
  }

  /**
   * @param kind what is sealed of one kind opens as no other
   */
  public byte[] seal(String kind, byte[] plain) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, kind).doFinal(plain);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This JVM lacks " + CIPHER, missing);
    }
  }

  /** Empty if no key of ours has sealed this as something of this kind. */
  public Optional<byte[]> open(String kind, byte[] sealed) {
    return sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE
        ? Optional.empty()
        : keys.stream().flatMap(key -> open(key, kind, sealed).stream()).findFirst();
  }

  private static Optional<byte[]> open(SecretKeySpec key, String kind, byte[] sealed) {
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES), kind)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (AEADBadTagException notByThisKey) {
      return Optional.empty();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This JVM lacks " + CIPHER, missing);
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String kind)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(kind.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
