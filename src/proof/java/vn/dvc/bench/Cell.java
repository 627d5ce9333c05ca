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

  /** A hanging bank is held against three healthy ones that are paid from alike. */
  Job job(int payments) {
    var several = load.inFlight() == 0 && method == Job.Method.CARD;
    return new Job(
        method,
        payments,
        load.inFlight(),
        load.perSecond(),
        several ? THREE : ONE,
        banks.hang() ? BankMood.HANGING : "");
  }
}
