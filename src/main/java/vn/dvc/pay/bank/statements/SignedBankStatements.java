package vn.dvc.pay.bank.statements;

import java.time.LocalDate;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankStatements;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.channel.BankRoutes;
import vn.dvc.pay.bank.channel.FailureClassifier;
import vn.dvc.pay.bank.contract.BankFailure;
import vn.dvc.pay.bank.contract.BankMappers;
import vn.dvc.pay.bank.signing.AnswerVerifier;
import vn.dvc.pay.bank.signing.AnswerVerifier.RawAnswer;
import vn.dvc.pay.bank.signing.BankKeys;
import vn.dvc.pay.bank.signing.RequestSigner;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Sha256;

/**
 * Fetches statements over {@link StatementRoutes} and accepts only those with the bank's fresh
 * signature.
 */
@Component
public class SignedBankStatements implements BankStatements {
  private static final Logger LOG = LoggerFactory.getLogger(SignedBankStatements.class);

  private final Banks banks;
  private final BankMappers mappers;
  private final BankKeys keys;
  private final RequestSigner signer;
  private final AnswerVerifier verifier;
  private final ProducerTemplate camel;

  public SignedBankStatements(
      Banks banks,
      BankMappers mappers,
      BankKeys keys,
      RequestSigner signer,
      AnswerVerifier verifier,
      ProducerTemplate camel) {
    this.banks = banks;
    this.mappers = mappers;
    this.keys = keys;
    this.signer = signer;
    this.verifier = verifier;
    this.camel = camel;
  }

  @Override
  public Fetched fetch(String bin, LocalDate day) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Statements must not be fetched inside a transaction");
    }
    var bank = banks.require(bin);
    if (!keys.hasKeys(bank)) {
      return new Fetched.Missing("no-keys-of-bank");
    }
    try {
      return ask(bank, day);
    } catch (BankFailure refused) {
      LOG.warn(
          "Security: statement of bank {} for {} failed verification: {}",
          bin,
          day,
          refused.getMessage());
      return new Fetched.Missing(refused.getMessage());
    }
  }

  private Fetched ask(Bank bank, LocalDate day) throws BankFailure {
    var request = signer.sign(mappers.of(bank).statement(day), new CallRef(UUID.randomUUID()));
    RawAnswer answer;
    try {
      answer =
          camel.requestBody(
              BankRoutes.address(StatementRoutes.route(bank)), request, RawAnswer.class);
    } catch (RuntimeException lost) {
      return new Fetched.Missing(FailureClassifier.word(lost));
    }
    verifier.verify(bank, request, answer);
    return switch (answer.status()) {
      case 200 -> new Fetched.File(answer.body(), Sha256.hex(answer.body()));
      case 404 -> new Fetched.Missing("not-there-yet");
      default -> new Fetched.Missing("http-" + answer.status());
    };
  }
}
