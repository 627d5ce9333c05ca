package vn.dvc.pay.web.pages.layout;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import vn.dvc.pay.values.Problem;

/** Too many tries: a page stays as it was and says from when on it can be tried again. */
public final class TriesUsedUp {
  private static final int STATUS = 429;

  private TriesUsedUp() {}

  public static boolean is(Problem refused) {
    return refused.status() == STATUS;
  }

  /** Sets status, {@code Retry-After}, and what {@code parts :: notice} shows. */
  public static void tell(Problem refused, HttpServletResponse response, Model model) {
    response.setStatus(STATUS);
    model.addAttribute("notice", refused.code());
    if (refused.facts().get("retryAfter") instanceof Number seconds) {
      response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
    }
    if (refused.facts().get("retryAt") instanceof String at) {
      model.addAttribute("retryAt", wholeMinuteFrom(Instant.parse(at)));
    }
  }

  /** Pages show minutes: one that has begun would be too early. */
  private static Instant wholeMinuteFrom(Instant time) {
    return time.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
  }
}
