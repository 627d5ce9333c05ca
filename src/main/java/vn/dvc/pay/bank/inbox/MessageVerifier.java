package vn.dvc.pay.bank.inbox;

import com.nimbusds.jose.jwk.ECKey;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankMessages;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.contract.BankFailure;
import vn.dvc.pay.bank.contract.BankMapper;
import vn.dvc.pay.bank.signing.NonceStore;
import vn.dvc.pay.bank.signing.SignatureVerifier;
import vn.dvc.pay.bank.signing.SignedLines;

/** Believes a message only when its bank signed it, now, and for the first time. */
@Component
class MessageVerifier {
  private static final int LONGEST = 64;
  private static final int LONGEST_SIGNATURE = 2000;

  private final Banks banks;
  private final SignatureVerifier signatures;
  private final NonceStore nonces;

  MessageVerifier(Banks banks, SignatureVerifier signatures, NonceStore nonces) {
    this.banks = banks;
    this.signatures = signatures;
    this.nonces = nonces;
  }

  /** Who speaks. The nonce is used up by this, whatever becomes of the message. */
  Believed verify(BankMessages.Signed message) throws BankFailure {
    var bank =
        banks
            .find(String.valueOf(message.bank()))
            .orElseThrow(() -> new BankFailure("unknown-bank"));
    require(named(message.call()) && named(message.nonce()), "no-call-or-nonce");
    require(message.signature() != null, "unsigned");
    require(message.signature().length() <= LONGEST_SIGNATURE, "bad-signature");
    require(message.time() != null && signatures.fresh(message.time()), "other-time");
    var posted = new BankMapper.Message("POST", message.path(), message.body());
    var lines = SignedLines.ofRequest(posted, message.call(), message.time(), message.nonce());
    var key =
        signatures
            .signer(bank, message.signature(), lines)
            .orElseThrow(() -> new BankFailure("bad-signature"));
    require(nonces.isNew(bank, message.nonce()), "nonce-seen");
    return new Believed(bank, key);
  }

  /** The bank that speaks, and its public key by which that is proved. */
  record Believed(Bank bank, ECKey key) {}

  private static boolean named(String name) {
    return name != null && !name.isBlank() && name.length() <= LONGEST;
  }

  private static void require(boolean right, String otherwise) throws BankFailure {
    if (!right) {
      throw new BankFailure(otherwise);
    }
  }
}
