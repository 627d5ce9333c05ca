package vn.dvc.pay.web.idempotency;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/**
 * Starts a registration at most once per caller and key, as {@link IdempotentPaymentStart} does a
 * payment. The key is stored at the end of the registration's own transaction: the portal is asked
 * before that transaction begins, and nothing may be held open meanwhile.
 */
@Component
public class IdempotentRegistrationStart {
  private final Registrations registrations;
  private final IdempotencyGuard starts;
  private final IdempotencyKeys keys;

  IdempotentRegistrationStart(
      Registrations registrations, IdempotencyGuard starts, IdempotencyKeys keys) {
    this.registrations = registrations;
    this.starts = starts;
    this.keys = keys;
  }

  /**
   * @param actor the key's owner: the id of the API client or the payer
   * @param key the caller's key for this one start; null if none was sent
   * @throws Problem idempotency-key-missing (400), idempotency-key-invalid, idempotency-key-reused
   *     (422), and whatever {@link Registrations#start} throws
   */
  public Started start(String actor, @Nullable String key, Payer payer, Application application) {
    var body =
        digest("registration", application)
            .add(payer.kind().name())
            .add(payer.id())
            .add(payer.name())
            .text();
    var once =
        starts.once(
            actor,
            key,
            body,
            () ->
                registrations.start(
                    payer, application, begun -> keys.insert(actor, key, body, begun.id().text())),
            this::find);
    return new Started(once.started(), once.fresh());
  }

  /**
   * Starts a registration that will replace this one.
   *
   * @throws Problem as {@link #start}, and whatever {@link Registrations#changeAccount} throws
   */
  public Started changeAccount(
      String actor, String key, RegistrationId id, Application application) {
    var body = digest("change-account", application).add(id.text()).text();
    var once =
        starts.once(
            actor,
            key,
            body,
            () ->
                registrations.changeAccount(
                    id, application, begun -> keys.insert(actor, key, body, begun.id().text())),
            this::find);
    return new Started(once.started(), once.fresh());
  }

  private Registration find(String id) {
    return registrations
        .find(RegistrationId.of(id))
        .orElseThrow(() -> new IllegalStateException("No registration " + id));
  }

  private static RequestFingerprint digest(String wish, Application application) {
    var contact = application.contact();
    var signs = application.representative();
    return new RequestFingerprint()
        .add(wish)
        .add(application.account().bank())
        .add(application.account().number())
        .add(application.holder())
        .add(application.branch())
        .add(contact == null ? null : contact.email())
        .add(contact == null ? null : contact.phone())
        .add(signs == null ? null : signs.name())
        .add(signs == null ? null : signs.title());
  }

  /**
   * @param fresh whether this request started it
   */
  public record Started(Registration registration, boolean fresh) {}
}
