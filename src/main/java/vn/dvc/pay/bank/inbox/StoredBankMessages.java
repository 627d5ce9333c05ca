package vn.dvc.pay.bank.inbox;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.bank.contract.BankFailure;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.Sha256;

/** Receives messages: verified, read, and stored once under the bank's own reference. */
@Component
class StoredBankMessages implements BankMessages {
  private static final Logger LOG = LoggerFactory.getLogger(StoredBankMessages.class);

  private final MessageVerifier verifier;
  private final MessageRepository messages;
  private final MessagePublisher publisher;
  private final DatabaseTime time;

  StoredBankMessages(
      MessageVerifier verifier,
      MessageRepository messages,
      MessagePublisher publisher,
      DatabaseTime time) {
    this.verifier = verifier;
    this.messages = messages;
    this.publisher = publisher;
    this.time = time;
  }

  /** Runs outside a transaction, because verifying may fetch the bank's keys. */
  @Override
  public boolean receive(Kind kind, Signed message) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Bank messages must not be received inside a transaction");
    }
    var sender = sender(message);
    var bank = sender.bank();
    try {
      var isNew = store(kind, sender, message);
      if (isNew) {
        publisher.wake();
      }
      return isNew;
    } catch (Problem refused) {
      LOG.warn(
          "Security: signed {} of bank {} refused: {} {}",
          kind,
          bank.bin(),
          refused.code(),
          refused.facts());
      throw refused;
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean handled(UUID message) {
    return messages.handle(message, time.now());
  }

  private MessageVerifier.VerifiedSender sender(Signed message) {
    try {
      return verifier.verify(message);
    } catch (BankFailure refused) {
      LOG.warn("Security: bank message failed verification: {}", refused.getMessage());
      throw new Problem(401, "signature-invalid");
    }
  }

  private boolean store(Kind kind, MessageVerifier.VerifiedSender sender, Signed message) {
    var bank = sender.bank();
    var body = MessageReader.text(message.body());
    var content = MessageReader.read(kind, bank.bin(), body);
    var stored =
        new MessageRepository.Stored(
            UUID.randomUUID(), bank.bin(), kind, content.reference(), body, time.now());
    try {
      messages.insert(stored, Sha256.hex(message.body()), message, sender.key());
      return true;
    } catch (DuplicateKeyException cameBefore) {
      var first =
          messages
              .find(bank.bin(), kind, content.reference())
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "A message of bank " + bank.bin() + " is stored and not found"));
      if (MessageReader.read(kind, bank.bin(), first.body())
          .comparedValues()
          .equals(content.comparedValues())) {
        return false;
      }
      throw Problem.conflict("message-differs").with("reference", content.reference());
    }
  }
}
