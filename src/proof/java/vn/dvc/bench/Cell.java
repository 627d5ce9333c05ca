package vn.dvc.bench;

import java.util.List;
import java.util.Locale;
import vn.dvc.bench.client.Job;
import vn.dvc.bench.world.BankMood;
import vn.dvc.bench.world.Store;
import vn.dvc.bench.world.Way;

/** One line of the table: whose application, on what, how it is paid, how payers and banks are. */
record Cell(Way way, Store store, Job.Method method, Load load, BankMood banks) {
  private static final List<String> ONE = List.of("970415");

  /** They have more slots than one; either takes three calls a payment, as in the other ways. */
  private static final List<String> TWO = List.of("970415", BankMood.HANGING);

  private static final List<String> THREE = List.of("970415", "970436", BankMood.HANGING);

  String name() {
    return "%s, %s, %s, %s, bank %s"
        .formatted(
            way.word(),
            store.title(),
            method.name().toLowerCase(Locale.ROOT),
            load.title(),
            banks.title());
  }

  Job job(int payments) {
    return new Job(
        method,
        payments,
        load.inFlight(),
        load.perSecond(),
        payersBanks(),
        banks.hang() ? BankMood.HANGING : "");
  }

  /** A hanging bank is held against three healthy ones that are paid from alike. */
  private List<String> payersBanks() {
    if (method != Job.Method.CARD) {
      return ONE;
    }
    if (load.inFlight() == 0) {
      return THREE;
    }
    return banks == BankMood.AT_ONCE ? ONE : TWO;
  }
}
