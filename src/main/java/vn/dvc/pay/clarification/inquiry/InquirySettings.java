package vn.dvc.pay.clarification.inquiry;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a bank is asked about an unknown outcome, as configured under {@code dvc.inquiries}.
 *
 * @param pauses before the first inquiries; after as many without result a case is opened, and
 *     inquiries continue beside it with the last pause
 */
@ConfigurationProperties("dvc.inquiries")
public record InquirySettings(
    @DefaultValue({"5s", "15s", "1m", "5m", "1h"}) List<Duration> pauses) {

  public Duration pauseAfter(int inquiries) {
    return pauses.get(Math.min(inquiries, pauses.size() - 1));
  }
}
