package vn.dvc.bench;

import static vn.dvc.bench.client.Job.Method.ACCOUNT;
import static vn.dvc.bench.client.Job.Method.CARD;
import static vn.dvc.bench.client.Job.Method.COUNTER;
import static vn.dvc.bench.world.BankMood.AFTER_1_S;
import static vn.dvc.bench.world.BankMood.AFTER_200_MS;
import static vn.dvc.bench.world.BankMood.AT_ONCE;
import static vn.dvc.bench.world.BankMood.ONE_HANGS;

import java.util.ArrayList;
import java.util.List;
import vn.dvc.bench.client.Job.Method;
import vn.dvc.bench.world.BankMood;
import vn.dvc.bench.world.Store;
import vn.dvc.bench.world.Way;

/** Which cells a run measures, in the order in which it does. */
final class Plan {
  private final Settings settings;
  private final List<Cell> cells = new ArrayList<>();

  private Plan(Settings settings) {
    this.settings = settings;
  }

  static List<Cell> of(Settings settings) {
    var plan = new Plan(settings);
    if (settings.isShort()) {
      plan.inShort();
    } else {
      plan.inFull();
    }
    return plan.cells.stream().filter(cell -> settings.only().matcher(cell.name()).find()).toList();
  }

  private void inShort() {
    add(Way.OURS, Store.POSTGRES, CARD, AT_ONCE, 1, 16);
    add(Way.OURS, Store.POSTGRES, ACCOUNT, AT_ONCE, 16);
    add(Way.OURS, Store.POSTGRES, COUNTER, AT_ONCE, 16);
    add(Way.OURS, Store.POSTGRES, CARD, AFTER_200_MS, 64);
    add(Way.OURS, Store.POSTGRES, CARD, AFTER_1_S, 64);
    add(Way.FLOOR, Store.POSTGRES, CARD, AT_ONCE, 1, 16);
    add(Way.USUAL, Store.POSTGRES, CARD, AT_ONCE, 1, 16);
    add(Way.USUAL, Store.POSTGRES, CARD, AFTER_200_MS, 64);
    add(Way.USUAL, Store.POSTGRES, CARD, AFTER_1_S, 64);
    add(Way.OURS, Store.H2, CARD, AT_ONCE, 16);
  }

  private void inFull() {
    for (var store : Store.values()) {
      for (var way : Way.values()) {
        if (way == Way.OURS || store == Store.POSTGRES) {
          all(way, store);
        }
      }
    }
  }

  private void all(Way way, Store store) {
    for (var method : Method.values()) {
      add(way, store, method, AT_ONCE, 1, 16, 64);
      arriving(way, store, method, AT_ONCE);
    }
    add(way, store, CARD, AFTER_200_MS, 16, 64);
    add(way, store, CARD, AFTER_1_S, 64);
    if (way != Way.FLOOR) {
      // Last, because an application needs some time to recover from it.
      arriving(way, store, CARD, ONE_HANGS);
    }
  }

  private void add(Way way, Store store, Method method, BankMood banks, int... inFlight) {
    for (var many : inFlight) {
      cells.add(new Cell(way, store, method, Load.inFlight(many), banks));
    }
  }

  private void arriving(Way way, Store store, Method method, BankMood banks) {
    cells.add(new Cell(way, store, method, Load.perSecond(settings.perSecond()), banks));
  }
}
