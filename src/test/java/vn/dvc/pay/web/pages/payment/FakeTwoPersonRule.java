package vn.dvc.pay.web.pages.payment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.dvc.pay.registration.TwoPersonRule;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.Problem;

/** The rules of organisations in memory. */
class FakeTwoPersonRule implements TwoPersonRule {
  private static final Setting OFF = new Setting(null, null);

  private final Map<String, Setting> settings = new HashMap<>();

  synchronized void clear() {
    settings.clear();
  }

  @Override
  public boolean appliesTo(Payer payer) {
    return of(payer).isOn();
  }

  @Override
  public synchronized Setting of(Payer payer) {
    return settings.getOrDefault(payer.id(), OFF);
  }

  @Override
  public synchronized void switchOn(Payer payer, Person by) {
    settings.put(payer.id(), new Setting(Instant.now(), null));
  }

  @Override
  public synchronized void askToSwitchOff(Payer payer, Person by) {
    settings.put(payer.id(), new Setting(of(payer).since(), by));
  }

  @Override
  public synchronized void keep(Payer payer, Person by) {
    settings.put(payer.id(), new Setting(of(payer).since(), null));
  }

  @Override
  public synchronized void switchOff(Payer payer, Person by) {
    if (by.is(of(payer).offAskedBy())) {
      throw Problem.conflict("two-persons-off-asked-by-you");
    }
    settings.remove(payer.id());
  }
}
