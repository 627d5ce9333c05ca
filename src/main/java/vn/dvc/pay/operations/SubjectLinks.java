package vn.dvc.pay.operations;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a subject of the audit trail or of a process has its page. What has none, such as a process
 * or a mandate that we do not know, gets no link.
 */
public class SubjectLinks {
  private static final Pattern PAYMENT = Pattern.compile("P[0-9A-F]{32}");
  private static final Pattern CASE = Pattern.compile("C[0-9A-F]{32}");
  private static final Pattern SEARCHED =
      Pattern.compile("R[0-9A-F]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern DAY = Pattern.compile("(\\d{6})[- ](\\d{4})-?(\\d{2})-?(\\d{2})");

  /** Null if there is no page. */
  public @Nullable String of(@Nullable String subject) {
    if (subject == null) {
      return null;
    }
    if (PAYMENT.matcher(subject).matches()) {
      return "/operations/payments/" + subject;
    }
    if (CASE.matcher(subject).matches()) {
      return "/operations/cases/" + subject;
    }
    var day = DAY.matcher(subject);
    if (day.matches()) {
      return "/operations/reconciliation/%s/%s-%s-%s"
          .formatted(day.group(1), day.group(2), day.group(3), day.group(4));
    }
    return SEARCHED.matcher(subject).matches() ? "/operations/search?q=" + subject : null;
  }
}
