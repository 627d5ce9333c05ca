package vn.dvc.bench.measure;

/** A database that counts. What is asked here is not counted itself. */
public interface Counting {

  /** Every statement so far; empty where the database cannot count them. */
  Statements statements();

  /** How many activities the engine's history holds. */
  long flowNodes();

  /**
   * Processor milliseconds of the database's own processes; 0 if it runs inside the application.
   */
  long processorMillis();
}
