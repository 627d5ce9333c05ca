package vn.dvc.pay.portal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.values.Json;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.text.CleanText;
import vn.dvc.pay.values.text.IdentityNumber;

/**
 * Asks the portal every time, because an organisation's representative may change from one day to
 * the next.
 */
@Component
class CamelProfiles implements Profiles {
  private static final Logger LOG = LoggerFactory.getLogger(CamelProfiles.class);
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,20}");

  private final ProducerTemplate camel;

  CamelProfiles(ProducerTemplate camel) {
    this.camel = camel;
  }

  @Override
  public Optional<Profile> of(String payerId) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Portal requests must not run inside a transaction");
    }
    if (payerId == null || !ID.matcher(payerId).matches()) {
      return Optional.empty();
    }
    var answered = camel.send(ProfileRoute.ENTRY, exchange -> ask(exchange, payerId));
    if (answered.getException() != null) {
      throw unavailable(
          NestedExceptionUtils.getMostSpecificCause(answered.getException())
              .getClass()
              .getSimpleName());
    }
    return switch (WebhookRoute.status(answered)) {
      case 200 -> Optional.of(profile(answered.getMessage().getBody(byte[].class), payerId));
      case 404 -> Optional.empty();
      default -> throw unavailable("status " + WebhookRoute.status(answered));
    };
  }

  private static void ask(Exchange exchange, String payerId) {
    var request = exchange.getMessage();
    request.setHeader(Exchange.HTTP_METHOD, "GET");
    request.setHeader(Exchange.HTTP_PATH, "/" + payerId);
    request.setHeader("Accept", "application/json");
  }

  /** Accepts only a profile of the requested payer that identifies them. */
  private Profile profile(byte[] body, String payerId) {
    var answer =
        Json.answer(body, ProfileResponse.class).orElseThrow(() -> unavailable("not a profile"));
    if (answer.kind() == null
        || answer.name() == null
        || answer.name().isBlank()
        || answer.name().length() > 200
        || !payerId.equals(IdentityNumber.normal(answer.id()))) {
      throw unavailable("incomplete profile, or of another payer");
    }
    return new Profile(
        new Payer(answer.kind(), answer.id(), answer.name()),
        answer.phone(),
        answer.email(),
        cut(CleanText.of(answer.address())),
        clean(answer.representative()));
  }

  private static @Nullable Representative clean(@Nullable Representative signs) {
    return signs == null
        ? null
        : new Representative(CleanText.of(signs.name()), CleanText.of(signs.title()));
  }

  private static @Nullable String cut(@Nullable String address) {
    return address == null || address.length() <= 400 ? address : address.substring(0, 400);
  }

  private static Problem unavailable(String cause) {
    LOG.warn("No profile from the portal: {}", cause);
    return new Problem(503, "portal-unavailable");
  }

  /** The fields we use of the portal's answer; all others are ignored. */
  private record ProfileResponse(
      Payer.Kind kind,
      String id,
      String name,
      String phone,
      String email,
      String address,
      Representative representative) {}
}
