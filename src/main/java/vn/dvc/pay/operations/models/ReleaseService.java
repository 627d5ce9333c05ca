package vn.dvc.pay.operations.models;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.engine.rehearsal.Rehearsal;
import vn.dvc.pay.engine.rehearsal.Rehearsed;
import vn.dvc.pay.engine.release.ReleasedModels;
import vn.dvc.pay.engine.release.SecondPerson;
import vn.dvc.pay.engine.release.TranslatedFault;
import vn.dvc.pay.operations.models.Release.State;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.Sha256;

/**
 * Uploaded by an analyst, checked and rehearsed at once, released by another person: only then does
 * the engine get it. Whatever happens is in the audit trail, file by file.
 */
@Service
class ReleaseService {
  private static final String ANALYSTS = "analysts";

  private final ReleasedModels models;
  private final Rehearsal rehearsal;
  private final ReleaseRepository releases;
  private final SecondPerson second;
  private final Audit audit;
  private final DatabaseTime time;
  private final TransactionTemplate transaction;

  ReleaseService(
      ReleasedModels models,
      Rehearsal rehearsal,
      ReleaseRepository releases,
      SecondPerson second,
      Audit audit,
      DatabaseTime time,
      TransactionTemplate transaction) {
    this.models = models;
    this.rehearsal = rehearsal;
    this.releases = releases;
    this.second = second;
    this.audit = audit;
    this.time = time;
    this.transaction = transaction;
  }

  /**
   * Keeps the files for a second person, unless the check finds faults.
   *
   * @throws Problem reason-missing, those of {@link Proposal} (422), analysts-only (403)
   * @throws FaultsFound what the check has against them
   */
  Release propose(List<Proposal.File> files, StaffMember me, String why, Locale language) {
    if (!me.groups().contains(ANALYSTS)) {
      throw new Problem(403, "analysts-only");
    }
    var reason = Reason.of(why);
    var running = models.files();
    var changed = Proposal.of(files, running).changed();
    var faults = models.check(changed, language);
    if (!faults.isEmpty()) {
      throw new FaultsFound(faults);
    }
    var all = new TreeMap<>(running);
    all.putAll(changed);
    var tried = rehearsal.of(all, changed.keySet());
    return transaction.execute(on -> store(changed, running, me, reason, tried));
  }

  private Release store(
      Map<String, byte[]> changed,
      Map<String, byte[]> running,
      StaffMember me,
      String why,
      List<Rehearsed> tried) {
    return models.alone(
        () -> {
          var release =
              new Release(
                  UUID.randomUUID(),
                  releases.nextNumber(),
                  State.PROPOSED,
                  me.id(),
                  time.now(),
                  why,
                  tried,
                  null,
                  changed.entrySet().stream()
                      .map(
                          file ->
                              new Release.File(
                                  file.getKey(), running.get(file.getKey()), file.getValue()))
                      .toList());
          releases.add(release);
          write(release, me, "model-proposed", why);
          return release;
        });
  }

  /**
   * @throws Problem reason-missing (422), release-own, release-same-hands, release-decided,
   *     release-stale (409)
   * @throws FaultsFound if they no longer fit what runs
   */
  void release(UUID id, StaffMember me, String why, Locale language) {
    var reason = Reason.of(why);
    transaction.executeWithoutResult(
        on ->
            models.alone(
                () -> {
                  var release = waiting(id);
                  second.requireAnother(release.proposedBy(), me.id());
                  requireSameBefore(release);
                  var changed = contents(release);
                  var faults = models.check(changed, language);
                  if (!faults.isEmpty()) {
                    throw new FaultsFound(faults);
                  }
                  models.deploy(release.tag(), changed);
                  decide(release, State.RELEASED, me, "model-released", reason);
                  return release;
                }));
  }

  /**
   * @throws Problem reason-missing (422), release-own, release-same-hands, release-decided (409)
   */
  void refuse(UUID id, StaffMember me, String why) {
    var reason = Reason.of(why);
    transaction.executeWithoutResult(
        on -> {
          var release = waiting(id);
          second.requireAnother(release.proposedBy(), me.id());
          decide(release, State.REFUSED, me, "model-refused", reason);
        });
  }

  /**
   * By whoever uploaded it.
   *
   * @throws Problem reason-missing (422), not-yours (403), release-decided (409)
   */
  void withdraw(UUID id, StaffMember me, String why) {
    var reason = Reason.of(why);
    transaction.executeWithoutResult(
        on -> {
          var release = waiting(id);
          if (!release.proposedBy().equals(me.id())) {
            throw new Problem(403, "release-not-yours");
          }
          decide(release, State.WITHDRAWN, me, "model-withdrawn", reason);
        });
  }

  /** The files as they ran before a release, to be proposed. */
  List<Proposal.File> before(UUID id) {
    return find(id).files().stream()
        .filter(file -> file.before() != null)
        .map(file -> new Proposal.File(file.name(), file.before()))
        .toList();
  }

  /**
   * @throws Problem release-not-found (404)
   */
  Release find(UUID id) {
    return releases.find(id).orElseThrow(() -> Problem.notFound("release-not-found"));
  }

  private Release waiting(UUID id) {
    var release = find(id);
    if (!release.isWaiting()) {
      throw Problem.conflict("release-decided");
    }
    return release;
  }

  /** Both persons looked at a difference from what ran then; it must run still. */
  private void requireSameBefore(Release release) {
    var running = models.files();
    for (var file : release.files()) {
      if (!Arrays.equals(file.before(), running.get(file.name()))) {
        throw Problem.conflict("release-stale").with("file", file.name());
      }
    }
  }

  private void decide(Release release, State state, StaffMember me, String action, String reason) {
    if (!releases.decide(release.id(), state, me.id(), time.now(), reason)) {
      throw Problem.conflict("release-decided");
    }
    write(release, me, action, reason);
  }

  private void write(Release release, StaffMember me, String action, String reason) {
    for (var file : release.files()) {
      audit.write(
          me.id(),
          action,
          file.name(),
          "%s: %s → %s\n%s"
              .formatted(
                  release.tag(), shortHash(file.before()), shortHash(file.content()), reason));
    }
  }

  private static String shortHash(byte @Nullable [] bytes) {
    return bytes == null ? "∅" : Sha256.hex(bytes).substring(0, 16);
  }

  private static Map<String, byte[]> contents(Release release) {
    Map<String, byte[]> contents = new TreeMap<>();
    release.files().forEach(file -> contents.put(file.name(), file.content()));
    return contents;
  }

  /** The check of models found faults. */
  static final class FaultsFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<TranslatedFault> faults;

    FaultsFound(List<TranslatedFault> faults) {
      super("The models have faults", null, false, false);
      this.faults = List.copyOf(faults);
    }

    List<TranslatedFault> faults() {
      return faults;
    }
  }
}
