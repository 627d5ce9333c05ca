package vn.dvc.pay.bank.inbox;

import com.nimbusds.jose.jwk.ECKey;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.contract.BankFailure;
import vn.dvc.pay.bank.contract.BankMapper;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.bank.signing.NonceStore;
import vn.dvc.pay.bank.signing.SignatureVerifier;
import vn.dvc.pay.bank.signing.SignedLines;

/** Accepts a message only if its bank signed it, just now, and it was not received before. */
@Component
class MessageVerifier {
  private static final int MAX_LENGTH = 64;
  private static final int MAX_SIGNATURE_LENGTH = 2000;

  private final Banks banks;
  private final SignatureVerifier signatures;
  private final NonceStore nonces;

  MessageVerifier(Banks banks, SignatureVerifier signatures, NonceStore nonces) {
    this.banks = banks;
    this.signatures = signatures;
    this.nonces = nonces;
  }

  /** Verifies the sender. Uses up the nonce, whatever becomes of the message. */
  VerifiedSender verify(BankMessages.Signed message) throws BankFailure {
    var bank =
        banks
            .find(String.valueOf(message.bank()))
            .orElseThrow(() -> new BankFailure("unknown-bank"));
    require(isName(message.call()) && isName(message.nonce()), "no-call-or-nonce");
    require(message.signature() != null, "unsigned");
    require(message.signature().length() <= MAX_SIGNATURE_LENGTH, "bad-signature");
    require(message.time() != null && signatures.isFresh(message.time()), "other-time");
    var posted = new BankMapper.Message("POST", message.path(), message.body());
    var lines = SignedLines.ofRequest(posted, message.call(), message.time(), message.nonce());
    var key =
        signatures
            .signer(bank, message.signature(), lines)
            .orElseThrow(() -> new BankFailure("bad-signature"));
    require(nonces.isNew(bank, message.nonce()), "nonce-seen");
    return new VerifiedSender(bank, key);
  }

  /** The sending bank, and the public key that proves it. */
  record VerifiedSender(Bank bank, ECKey key) {}

  private static boolean isName(String name) {
    return name != null && !name.isBlank() && name.length() <= MAX_LENGTH;
  }

  private static void require(boolean right, String otherwise) throws BankFailure {
    if (!right) {
      throw new BankFailure(otherwise);
    }
  }
}
