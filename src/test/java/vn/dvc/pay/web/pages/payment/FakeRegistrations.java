package vn.dvc.pay.web.pages.payment;

import static vn.dvc.pay.registration.RegistrationStatus.ACCOUNT_REFUSED;
import static vn.dvc.pay.registration.RegistrationStatus.ACTIVATING;
import static vn.dvc.pay.registration.RegistrationStatus.CHECKING_ACCOUNT;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.RETURNED;
import static vn.dvc.pay.registration.RegistrationStatus.SUSPENDED;
import static vn.dvc.pay.registration.RegistrationStatus.TERMINATED;
import static vn.dvc.pay.registration.RegistrationStatus.WITHDRAWN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Mandate;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.values.ShortReference;

/** Registrations in memory. The test dictates what bank and officers do: {@link #stand}. */
class FakeRegistrations implements Registrations {
  private static final Set<RegistrationStatus> OPEN = EnumSet.range(CHECKING_ACCOUNT, ACTIVATING);

  private final Map<RegistrationId, Registration> all = new LinkedHashMap<>();

  /** The refusal of the next start, once. */
  Problem refusal;

  synchronized void clear() {
    all.clear();
    refusal = null;
  }

  synchronized List<Registration> started() {
    return List.copyOf(all.values());
  }

  synchronized void stand(RegistrationId id, RegistrationStatus status) {
    stand(id, status, null, null, false);
  }

  /** Puts a registration into the status that bank or officer would. */
  synchronized void stand(
      RegistrationId id,
      RegistrationStatus status,
      String reason,
      String note,
      boolean nameDiffers) {
    var before = all.get(id);
    var history = new ArrayList<>(before.history());
    history.add(new Registration.StatusChange(status, Instant.now()));
    var form = status != CHECKING_ACCOUNT && status != ACCOUNT_REFUSED;
    all.put(
        id,
        new Registration(
            id,
            before.version(),
            before.paper(),
            status,
            before.payer(),
            before.address(),
            before.application(),
            nameDiffers ? "NGUYEN VAN ANH" : before.application().holder(),
            nameDiffers,
            reason,
            note,
            form ? "ab".repeat(32) : null,
            form ? Instant.parse("2026-12-24T16:59:59Z") : null,
            before.createdAt(),
            before.replaces(),
            List.copyOf(history)));
  }

  @Override
  public synchronized Registration start(
      Payer payer, Application application, Consumer<Registration> alongside) {
    var begun = begin(payer, application, null);
    alongside.accept(begun);
    return begun;
  }

  private Registration begin(Payer payer, Application application, RegistrationId replaces) {
    if (refusal != null) {
      var refused = refusal;
      refusal = null;
      throw refused;
    }
    for (var each : ofPayer(payer.id())) {
      if (OPEN.contains(each.status())) {
        throw Problem.conflict("registration-open").with("registration", each.id().text());
      }
    }
    return put(RegistrationId.fresh(), 1, payer, application, replaces);
  }

  private Registration put(
      RegistrationId id,
      int version,
      Payer payer,
      Application application,
      RegistrationId replaces) {
    var now = Instant.now();
    all.put(
        id,
        new Registration(
            id,
            version,
            version,
            CHECKING_ACCOUNT,
            payer,
            "12 Phan Châu Trinh, Hội An, Quảng Nam",
            application,
            null,
            false,
            null,
            null,
            null,
            null,
            now.minus(Duration.ofMinutes(1)),
            replaces,
            List.of(new Registration.StatusChange(CHECKING_ACCOUNT, now))));
    return all.get(id);
  }

  @Override
  public synchronized Optional<Registration> find(RegistrationId id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public List<Registration> withReference(ShortReference reference) {
    return List.of();
  }

  @Override
  public synchronized List<Registration> ofPayer(String payerId) {
    var own = new ArrayList<Registration>();
    all.values().stream()
        .filter(each -> each.payer().id().equals(payerId))
        .forEach(each -> own.add(0, each));
    return own;
  }

  @Override
  public synchronized Document form(RegistrationId id, DocumentLanguage language) {
    if (all.get(id).formSha256() == null) {
      throw Problem.conflict("form-not-ready");
    }
    var pdf = "%PDF-1.7 form".getBytes(StandardCharsets.US_ASCII);
    return new Document("phieu-dang-ky.pdf", pdf, "ab".repeat(32), "registration-form 1");
  }

  @Override
  public synchronized Registration confirmName(RegistrationId id) {
    if (!all.get(id).nameDiffers()) {
      throw Problem.conflict("name-not-in-question");
    }
    return moved(id, RegistrationStatus.AWAITING_FORM);
  }

  @Override
  public synchronized Registration resubmit(RegistrationId id, Application corrected) {
    var before = demand(id, "resubmit-not-awaited", ACCOUNT_REFUSED, RETURNED);
    return put(id, before.version() + 1, before.payer(), corrected, before.replaces());
  }

  @Override
  public synchronized Registration withdraw(RegistrationId id) {
    if (!OPEN.contains(all.get(id).status())) {
      throw Problem.conflict("registration-not-open");
    }
    return moved(id, WITHDRAWN);
  }

  @Override
  public synchronized Registration suspend(RegistrationId id) {
    demand(id, "registration-not-active", REGISTERED);
    return moved(id, SUSPENDED);
  }

  @Override
  public synchronized Registration resume(RegistrationId id) {
    demand(id, "registration-not-suspended", SUSPENDED);
    return moved(id, REGISTERED);
  }

  @Override
  public synchronized Registration terminate(RegistrationId id) {
    demand(id, "registration-not-active", REGISTERED, SUSPENDED);
    return moved(id, TERMINATED);
  }

  @Override
  public synchronized Registration changeAccount(
      RegistrationId id, Application application, Consumer<Registration> alongside) {
    var before = demand(id, "registration-not-active", REGISTERED);
    var begun = begin(before.payer(), application, id);
    alongside.accept(begun);
    return begun;
  }

  @Override
  public synchronized Optional<Mandate> mandateOf(String payerId) {
    return ofPayer(payerId).stream()
        .filter(each -> each.status() == REGISTERED)
        .findFirst()
        .map(each -> new Mandate(each.id(), each.application().account(), "M-1"));
  }

  @Override
  public synchronized boolean isInForce(RegistrationId id) {
    return all.get(id).status() == REGISTERED;
  }

  private Registration moved(RegistrationId id, RegistrationStatus status) {
    stand(id, status);
    return all.get(id);
  }

  private Registration demand(RegistrationId id, String otherwise, RegistrationStatus... allowed) {
    if (!Set.of(allowed).contains(all.get(id).status())) {
      throw Problem.conflict(otherwise);
    }
    return all.get(id);
  }
}
