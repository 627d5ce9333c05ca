package vn.dvc.pay.bank.settings;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.values.BankCode;

/**
 * The banks we call, {@code dvc.banks}, and time limits for all of them, {@code dvc.bank}.
 * Validated at start-up, because a mistake here means failing payments.
 *
 * @param banks the banks with which payers can pay; overriding replaces the whole list
 */
@ConfigurationProperties("dvc")
public record BankSettings(@DefaultValue List<Bank> banks, @DefaultValue Waits bank) {

  public BankSettings {
    var bins = new HashSet<String>();
    for (int at = 0; at < banks.size(); at++) {
      check(banks.get(at), "dvc.banks[" + at + "]");
      require(bins.add(banks.get(at).bin()), "dvc.banks[" + at + "].bin is not unique");
    }
  }

  /**
   * @param lease how long a request waits for a free connection
   * @param connectTimeout how long connecting may take
   * @param responseTimeout how long a bank may be silent
   * @param keysTimeout how long fetching its public keys may take as a whole
   * @param clockSkew how far a bank's clock may differ from ours. The only tolerance: the maximum
   *     age of a signature, and how long after its validity a bank may still execute a request
   * @param requestValid how long a bank may act on a request; afterwards it must reject it
   * @param inquiryValid how long an inquiry or a tombstone may wait to be sent. They move nothing,
   *     so the limit only keeps stale ones from being sent
   * @param keysKept the age at which a bank's keys are fetched again
   * @param lock how long a node owns a task that calls a bank; if a call takes longer after all,
   *     whoever takes over the task finds the call claimed and sends nothing
   */
  public record Waits(
      @DefaultValue("1s") Duration lease,
      @DefaultValue("3s") Duration connectTimeout,
      @DefaultValue("15s") Duration responseTimeout,
      @DefaultValue("5s") Duration keysTimeout,
      @DefaultValue("60s") Duration clockSkew,
      @DefaultValue("30s") Duration requestValid,
      @DefaultValue("5m") Duration inquiryValid,
      @DefaultValue("10m") Duration keysKept,
      @DefaultValue("30s") Duration lock) {

    public Waits {
      require(
          lock.compareTo(lease.plus(connectTimeout).plus(responseTimeout)) > 0,
          "dvc.bank.lock must be longer than lease, connect-timeout and response-timeout together");
    }

    /** How long a call may take as a whole, however busily the bank trickles. */
    public Duration wholeTime() {
      return lease.plus(connectTimeout).plus(responseTimeout);
    }

    /** How long a request for this may be sent, and a bank may act on it. */
    public Duration validityOf(Operation operation) {
      return operation.clarifies() ? inquiryValid : requestValid;
    }
  }

  private static void check(Bank bank, String name) {
    require(BankCode.isValid(bank.bin()), name + ".bin must be six digits");
    require(filled(bank.name()), name + ".name is missing");
    require(
        bank.url() != null && bank.url().matches("https?://[^/?#]+(/[^?#]*[^/?#])?"),
        name + ".url must be an http or https address without a slash at its end");
    require(
        bank.cardLengths() != null && !bank.cardLengths().isEmpty(),
        name + ".card-lengths is missing");
    require(bank.dateKind() != null, name + ".date-kind must be ISSUE or EXPIRY");
    require(bank.capture() != null, name + ".capture must be SEPARATE or WITH_OTP");
    require(
        bank.terms() != null && filled(bank.terms().version()) && filled(bank.terms().text()),
        name + ".terms needs a version and a text");
    require(bank.enableOnline() != null, name + ".enable-online is missing");
    require(bank.slots() > 0, name + ".slots must be at least 1");
    require(bank.inquirySlots() > 0, name + ".inquiry-slots must be at least 1");
  }

  private static boolean filled(String text) {
    return text != null && !text.isBlank();
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
