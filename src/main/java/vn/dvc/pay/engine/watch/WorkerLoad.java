package vn.dvc.pay.engine.watch;

import java.util.List;
import vn.dvc.pay.engine.Party;

/** How busy this node's worker is. */
public interface WorkerLoad {

  /** One entry per party; empty while the worker is not open. */
  List<Load> loads();

  /**
   * @param topic the party's, see {@link Party}
   * @param busy how many of its slots are taken
   */
  record Load(String topic, int slots, int busy) {}
}
