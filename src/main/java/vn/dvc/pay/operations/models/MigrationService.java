package vn.dvc.pay.operations.models;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.engine.migration.MovePlan;
import vn.dvc.pay.engine.migration.PlanRefused;
import vn.dvc.pay.engine.migration.ProcessMigration;
import vn.dvc.pay.engine.release.SecondPerson;
import vn.dvc.pay.operations.models.Migration.State;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;

/** Moves running processes to another version: planned by one person, made by another. */
@Service
class MigrationService {
  private static final Pattern OTHER = Pattern.compile("([\\w-]+)\\s*(?:->|→)\\s*([\\w-]+)");
  private static final int MAX_OTHERS = 200;

  private final ProcessMigration processes;
  private final MigrationRepository migrations;
  private final SecondPerson second;
  private final Audit audit;
  private final DatabaseTime time;
  private final TransactionTemplate transaction;

  MigrationService(
      ProcessMigration processes,
      MigrationRepository migrations,
      SecondPerson second,
      Audit audit,
      DatabaseTime time,
      TransactionTemplate transaction) {
    this.processes = processes;
    this.migrations = migrations;
    this.second = second;
    this.audit = audit;
    this.time = time;
    this.transaction = transaction;
  }

  /**
   * Elements that go elsewhere, a line each: {@code old -> new}.
   *
   * @throws Problem move-unreadable (422)
   */
  static Map<String, String> others(String lines) {
    Map<String, String> others = new LinkedHashMap<>();
    for (var line : lines.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
      var other = OTHER.matcher(line);
      if (!other.matches()
          || others.size() == MAX_OTHERS
          || others.put(other.group(1), other.group(2)) != null) {
        throw Problem.invalid("move-unreadable");
      }
    }
    return others;
  }

  /**
   * @throws PlanRefused if the engine does not take it
   */
  MovePlan plan(String process, int from, int to, Map<String, String> others) {
    return processes.plan(process, from, to, others);
  }

  /**
   * @throws Problem reason-missing (422)
   * @throws PlanRefused if the engine does not take it
   */
  Migration propose(
      String process, int from, int to, Map<String, String> others, StaffMember me, String why) {
    var reason = Reason.of(why);
    plan(process, from, to, others);
    return transaction.execute(
        on -> {
          var migration =
              new Migration(
                  UUID.randomUUID(),
                  State.PROPOSED,
                  process,
                  from,
                  to,
                  others,
                  me.id(),
                  time.now(),
                  reason,
                  null,
                  null);
          migrations.add(migration);
          write(migration, me, "move-proposed", reason);
          return migration;
        });
  }

  /**
   * By another person. The decision is kept before the first process moves, so that no two persons
   * move them at once.
   *
   * @throws Problem reason-missing (422), release-own, release-same-hands, release-decided (409)
   * @throws PlanRefused if the engine no longer takes it
   */
  void move(UUID id, StaffMember me, String why) {
    var reason = Reason.of(why);
    var migration = find(id);
    plan(migration.process(), migration.from(), migration.to(), migration.others());
    transaction.executeWithoutResult(on -> decide(id, State.DONE, me, "move-decided", reason));
    var moved =
        processes.move(migration.process(), migration.from(), migration.to(), migration.others());
    transaction.executeWithoutResult(
        on -> {
          migrations.finish(id, new Migration.Result(moved.moved(), moved.stayed()));
          write(migration, me, "move-made", moved.moved() + " + " + moved.stayed());
        });
  }

  /**
   * @throws Problem reason-missing (422), release-own, release-same-hands, release-decided (409)
   */
  void refuse(UUID id, StaffMember me, String why) {
    var reason = Reason.of(why);
    transaction.executeWithoutResult(on -> decide(id, State.REFUSED, me, "move-refused", reason));
  }

  /**
   * @throws Problem release-not-found (404)
   */
  Migration find(UUID id) {
    return migrations.find(id).orElseThrow(() -> Problem.notFound("release-not-found"));
  }

  private void decide(UUID id, State state, StaffMember me, String action, String reason) {
    var migration = find(id);
    second.requireAnother(migration.proposedBy(), me.id());
    if (!migrations.decide(id, state, me.id(), time.now(), reason)) {
      throw Problem.conflict("release-decided");
    }
    write(migration, me, action, reason);
  }

  private void write(Migration migration, StaffMember me, String action, String reason) {
    audit.write(
        me.id(),
        action,
        migration.process() + ".bpmn",
        "v%d → v%d\n%s".formatted(migration.from(), migration.to(), reason));
  }
}
