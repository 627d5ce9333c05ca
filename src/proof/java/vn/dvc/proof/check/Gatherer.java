package vn.dvc.proof.check;

import java.util.List;
import javax.sql.DataSource;

/** Collects the evidence from one database and one sandbox. */
public final class Gatherer {
  private final TableReader tables;
  private final SandboxReader sandbox;

  public Gatherer(DataSource database, String sandboxUrl) {
    this.tables = new TableReader(database);
    this.sandbox = new SandboxReader(sandboxUrl);
  }

  /** At rest; not at rest only for {@link Checker#checkDuringTheRun}. */
  public JudgeEvidence gather() {
    return gather(List.of());
  }

  /**
   * Reads the banks first: whatever they have by then must already have been in our tables.
   *
   * @param clients what clients were told
   */
  public JudgeEvidence gather(List<Outside.Said> clients) {
    var bank = sandbox.bank();
    var hooks = sandbox.hooks();
    return new JudgeEvidence(
        bank, tables.tables(), tables.engine(), new Outside(hooks, clients), List.of());
  }
}
