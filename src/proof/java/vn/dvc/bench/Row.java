package vn.dvc.bench;

import java.util.Map;
import vn.dvc.bench.client.Outcome;
import vn.dvc.bench.measure.StatementGroup;
import vn.dvc.bench.measure.Used;

/**
 * What one repetition of a cell showed.
 *
 * @param java the version on which the application ran
 * @param idle statements a minute without load
 */
record Row(Cell cell, String java, Outcome outcome, Used used, double idle) {

  /** Of something counted, the share of one payment. */
  double each(double all) {
    return all / (outcome.paid() + outcome.failed());
  }

  double statements() {
    return each(used.statements().all());
  }

  double ofThemIdle() {
    return each(idle * used.seconds() / 60);
  }

  double commits() {
    return each(used.commits());
  }

  Map<StatementGroup, Long> groups() {
    return used.byGroup();
  }

  /** Of something counted, each second and processor of this machine while payers came. */
  double perSecondAndCore(double all) {
    return all / outcome.seconds() / Runtime.getRuntime().availableProcessors();
  }
}
