package vn.dvc.pay.mailing.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Set;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.http.BoundedHttp;
import vn.dvc.pay.http.ExchangeLimits;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingSettings;
import vn.dvc.pay.values.Json;

/** SMS through a gateway. Every gateway has its own contract; this one is the sandbox's. */
@Component
class SmsCarrier implements Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(SmsCarrier.class);

  /** Answers that will be the same tomorrow. */
  private static final Set<Integer> NO_SUCH_NUMBER = Set.of(400, 404, 422);

  private final MailingSettings.Sms settings;
  private final HttpClient http;

  SmsCarrier(MailingSettings settings) {
    this.settings = settings.sms();
    this.http =
        BoundedHttp.client(
            new ExchangeLimits(
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                this.settings.wholeTime(),
                ExchangeLimits.NO_BODY));
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Outcome send(Letter letter) {
    try {
      var status = http.execute(request(letter), answer -> answer.getCode());
      if (status / 100 == 2) {
        return Outcome.SENT;
      }
      var outcome = NO_SUCH_NUMBER.contains(status) ? Outcome.REFUSED : Outcome.FAILED;
      LOG.warn("Mailing {} {}: status {}", letter.id(), outcome, status);
      return outcome;
    } catch (IOException failed) {
      LOG.warn("Mailing {} FAILED: {}", letter.id(), failed.getClass().getSimpleName());
      return Outcome.FAILED;
    }
  }

  private HttpPost request(Letter letter) {
    var request = new HttpPost(settings.url());
    if (settings.token() != null) {
      request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.token());
    }
    var body = new LinkedHashMap<String, Object>();
    body.put("id", letter.id().toString());
    body.put("to", letter.to());
    body.put("text", letter.text());
    request.setEntity(new ByteArrayEntity(Json.bytes(body), ContentType.APPLICATION_JSON));
    return request;
  }
}
