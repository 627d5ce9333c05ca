package vn.dvc.pay.bank.calls;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.contract.BankRequest;

/**
 * One line per call: which, for whom, and what came of it. No text of a bank or a payer gets into
 * it: a reason that is not one plain word is left out.
 */
@Component
class CallLog {
  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,59}");

  /**
   * @param subject the payment, reversal or registration that the call is made for
   */
  void answered(String subject, BankRequest request, BankAnswer answer, Duration took) {
    var line =
        "Bank call %s: subject=%s attempt=%s call=%s bank=%s operation=%s verdict=%s reason=%s took=%dms"
            .formatted(
                isFailed(answer) ? "failed" : "answered",
                subject,
                request.attempt(),
                request.call(),
                request.bank().bin(),
                request.operation(),
                answer.verdict(),
                word(answer.reason()),
                took.toMillis());
    if (isFailed(answer)) {
      LOG.warn(line);
    } else {
      LOG.info(line);
    }
  }

  private static boolean isFailed(BankAnswer answer) {
    return answer instanceof BankAnswer.NotSent || answer instanceof BankAnswer.Unknown;
  }

  private static String word(@Nullable String reason) {
    if (reason == null) {
      return "-";
    }
    return WORD.matcher(reason).matches() ? reason : "?";
  }
}
