package vn.dvc.pay.bank;

import org.springframework.stereotype.Component;

/** Believes a message only when its bank signed it, now, and for the first time. */
@Component
class MessageCheck {
  private static final int LONGEST = 64;

  private final Banks banks;
  private final Signatures signatures;
  private final SeenNonces nonces;

  MessageCheck(Banks banks, Signatures signatures, SeenNonces nonces) {
    this.banks = banks;
    this.signatures = signatures;
    this.nonces = nonces;
  }

  /** The bank that speaks. The nonce is used up by this, whatever becomes of the message. */
  Bank verify(BankMessages.Signed message) throws BankFailure {
    var bank =
        banks
            .find(String.valueOf(message.bank()))
            .orElseThrow(() -> new BankFailure("unknown-bank"));
    require(named(message.call()) && named(message.nonce()), "no-call-or-nonce");
    require(message.signature() != null, "unsigned");
    require(message.time() != null && signatures.fresh(message.time()), "other-time");
    var posted = new BankMapper.Message("POST", message.path(), message.body());
    var lines = SignedLines.ofRequest(posted, message.call(), message.time(), message.nonce());
    require(signatures.signed(bank, message.signature(), lines), "bad-signature");
    require(nonces.isNew(bank, message.nonce()), "nonce-seen");
    return bank;
  }

  private static boolean named(String name) {
    return name != null && !name.isBlank() && name.length() <= LONGEST;
  }

  private static void require(boolean right, String otherwise) throws BankFailure {
    if (!right) {
      throw new BankFailure(otherwise);
    }
  }
}
