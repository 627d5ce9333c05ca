package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.scenario.JsonClient;

/** The tests' time. It only moves forward, and moves by itself when nothing else does. */
abstract class VirtualTime extends Observations {
  /**
   * In growing steps, so that what waits for seconds is not skipped on the way to what waits for
   * hours.
   */
  private static final int[] STEPS = {7, 7, 7, 15, 30, 60, 60, 120, 300, 300, 1800, 3600};

  private static final Duration STILL = Duration.ofMillis(100);
  private static final Duration OVERDUE = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  final Failpoints failpoints;
  private final DatabaseTime time;
  private final NodeClock clock;
  private BooleanSupplier mayTravel = () -> true;
  private Duration offset = Duration.ZERO;
  private Duration timersOff = Duration.ZERO;
  private int step;
  private String stood = "";
  private long since = System.nanoTime();

  VirtualTime(ApplicationContext app, JsonClient sandbox) {
    super(app.getBean(JdbcClient.class), app.getBean(Cases.class), sandbox);
    this.failpoints = app.getBean(Failpoints.class);
    this.time = app.getBean(DatabaseTime.class);
    this.clock = (NodeClock) app.getBean(Clock.class);
  }

  /** How far our time is ahead of the banks', whose clocks do not travel. */
  Duration travelled() {
    return offset;
  }

  void travelOnlyWhen(BooleanSupplier fact) {
    mayTravel = fact;
  }

  void travel(Duration further) {
    offset = offset.plus(further);
    failpoints.travels(offset);
    time.travel(offset);
    if (!timersOff.isZero()) {
      ClockUtil.offset(offset.plus(timersOff).toMillis());
    }
  }

  /** Makes the engine's clock wrong by this much, and its timers with it. */
  void timersAreOff(Duration by) {
    timersOff = by;
    travel(Duration.ZERO);
  }

  /** Makes everything that the node does by its own clock wrong by this much. */
  void clockIsOff(Duration by) {
    clock.isOff(by);
    timersAreOff(by);
  }

  /** Returns to real time, once all cells have been played. */
  void comeBack() {
    time.travel(Duration.ZERO);
  }

  /** Waits for a condition, moving time on whenever everybody else is waiting, too. */
  void until(String what, BooleanSupplier fact) {
    var end = System.nanoTime() + LONGEST.toNanos();
    step = 0;
    while (!fact.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s; %s", what, stood).isLessThan(end);
      aWhile();
    }
  }

  /** Waits for a condition that needs only real time. */
  void soon(String what, BooleanSupplier fact) {
    var end = System.nanoTime() + LONGEST.toNanos();
    while (!fact.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      rest();
    }
  }

  private void aWhile() {
    rest();
    var stands = standing();
    var moved = !stands.equals(stood);
    if (moved) {
      step = 0;
    }
    if (moved || failpoints.atWork() > 0) {
      stood = stands;
      since = System.nanoTime();
      return;
    }
    var still = System.nanoTime() - since;
    if (still > STILL.toNanos()
        && mayTravel.getAsBoolean()
        && (still > OVERDUE.toNanos() || !workIsDue())) {
      travel(Duration.ofSeconds(STEPS[aTaskIsHeld() ? 0 : Math.min(step++, STEPS.length - 1)]));
      since = System.nanoTime();
    }
  }

  /** Something could begin now and merely has not been picked up. */
  private boolean workIsDue() {
    var now = Timestamp.from(enginesNow());
    return jdbc.sql(
                """
                select (select count(*) from act_ru_job where retries_ > 0
                    and (duedate_ is null or duedate_ <= :now)
                    and (lock_exp_time_ is null or lock_exp_time_ <= :now))
                  + (select count(*) from act_ru_ext_task where (retries_ is null or retries_ > 0)
                    and (lock_exp_time_ is null or lock_exp_time_ <= :now))\
                """)
            .param("now", now)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * A task belongs to a frozen or dead thread. Its lock expires after one short step; if nothing
   * moves then, the same node fetched it and skipped it, which takes a few more steps, not hours.
   */
  private boolean aTaskIsHeld() {
    return jdbc.sql("select count(*) from act_ru_ext_task where lock_exp_time_ > ?")
            .param(Timestamp.from(enginesNow()))
            .query(Integer.class)
            .single()
        > 0;
  }

  private Instant enginesNow() {
    return Instant.now().plus(offset).plus(timersOff);
  }

  private static void rest() {
    LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
  }

  private String standing() {
    return jdbc.sql(
            """
            select (select coalesce(sum(version), 0) from payment)
              || ' ' || (select coalesce(sum(version), 0) from attempt)
              || ' ' || (select coalesce(sum(version + executions), 0) from bank_call)
              || ' ' || (select count(*) from bank_call)
              || ' ' || (select coalesce(sum(version), 0) from reversal)
              || ' ' || (select coalesce(sum(version), 0) from registration)
              || ' ' || (select count(*) from outbox where delivered_at is null)
              || ' ' || (select count(*) from bank_message where handled_at is null)
              || ' ' || (select count(*) from act_ru_execution)
              || ' ' || (select count(*) from act_ru_job)\
            """)
        .query(String.class)
        .single();
  }
}
