package vn.dvc.pay.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import vn.dvc.pay.keys.SignatureHeaders;
import vn.dvc.pay.keys.SigningKey;

/** Sends events to the portal, each signed over exactly the bytes that are sent. */
@Component
class SignedPortalWebhooks implements PortalWebhooks {
  private static final Logger LOG = LoggerFactory.getLogger(SignedPortalWebhooks.class);

  private final ProducerTemplate camel;
  private final SigningKey key;
  private final PortalSettings settings;

  SignedPortalWebhooks(ProducerTemplate camel, SigningKey key, PortalSettings settings) {
    this.camel = camel;
    this.key = key;
    this.settings = settings;
  }

  @Override
  public boolean deliver(String eventJson) {
    var signature = key.sign(eventJson);
    long start = System.nanoTime();
    var answered = camel.send(WebhookRoute.ENTRY, exchange -> fill(exchange, eventJson, signature));
    warnIfSlow(Duration.ofNanos(System.nanoTime() - start));
    var failure = answered.getException();
    if (failure != null) {
      LOG.warn(
          "Webhook delivery failed: {}",
          NestedExceptionUtils.getMostSpecificCause(failure).getClass().getSimpleName());
      return false;
    }
    var status = WebhookRoute.status(answered);
    if (status / 100 != 2) {
      LOG.warn("The portal rejected a webhook: status {}", status);
    }
    return status / 100 == 2;
  }

  private void warnIfSlow(Duration took) {
    if (took.compareTo(settings.slow()) > 0) {
      LOG.warn("The portal took {} over a webhook", took);
    }
  }

  private static void fill(Exchange exchange, String eventJson, String signature) {
    var request = exchange.getMessage();
    request.setBody(eventJson.getBytes(UTF_8));
    request.setHeader(Exchange.HTTP_METHOD, "POST");
    request.setHeader(Exchange.CONTENT_TYPE, "application/json");
    request.setHeader(SignatureHeaders.SIGNATURE, signature);
  }
}
