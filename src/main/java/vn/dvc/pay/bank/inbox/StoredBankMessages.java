package vn.dvc.pay.bank.inbox;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.bank.BankMessages;
import vn.dvc.pay.bank.contract.BankFailure;
import vn.dvc.pay.bank.signing.SignedLines;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;

/** Takes messages in: believed, read, stored once under the bank's own name of them. */
@Component
class StoredBankMessages implements BankMessages {
  private static final Logger LOG = LoggerFactory.getLogger(StoredBankMessages.class);

  private final MessageVerifier check;
  private final MessageRepository rows;
  private final MessagePublisher publisher;
  private final DatabaseTime time;

  StoredBankMessages(
      MessageVerifier check,
      MessageRepository rows,
      MessagePublisher publisher,
      DatabaseTime time) {
    this.check = check;
    this.rows = rows;
    this.publisher = publisher;
    this.time = time;
  }

  /** Verifying may fetch the bank's keys, hence no transaction around it. */
  @Override
  public boolean receive(Kind kind, Signed message) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A bank's message is never taken in inside a transaction");
    }
    var believed = believed(message);
    var bank = believed.bank();
    try {
      var isNew = store(kind, believed, message);
      if (isNew) {
        publisher.wake();
      }
      return isNew;
    } catch (Problem refused) {
      LOG.warn(
          "Security: a signed {} of bank {} is refused: {} {}",
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
    return rows.handle(message, time.now());
  }

  private MessageVerifier.Believed believed(Signed message) {
    try {
      return check.verify(message);
    } catch (BankFailure refused) {
      LOG.warn("Security: a bank's message is not believed: {}", refused.getMessage());
      throw new Problem(401, "signature-invalid");
    }
  }

  private boolean store(Kind kind, MessageVerifier.Believed believed, Signed message) {
    var bank = believed.bank();
    var body = MessageReader.text(message.body());
    var told = MessageReader.read(kind, bank.bin(), body);
    var row =
        new MessageRepository.Stored(
            UUID.randomUUID(), bank.bin(), kind, told.reference(), body, time.now());
    try {
      rows.insert(row, SignedLines.sha256(message.body()), message, believed.key());
      return true;
    } catch (DuplicateKeyException cameBefore) {
      var first = rows.find(bank.bin(), kind, told.reference()).orElseThrow();
      if (MessageReader.read(kind, bank.bin(), first.body()).story().equals(told.story())) {
        return false;
      }
      throw Problem.conflict("message-differs").with("reference", told.reference());
    }
  }
}
