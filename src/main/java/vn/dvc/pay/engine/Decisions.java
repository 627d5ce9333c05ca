package vn.dvc.pay.engine;

import java.util.Map;

/** Evaluates the analysts' decision tables (DMN). */
public interface Decisions {

  /**
   * Evaluates the newest version of a table that must yield exactly one row.
   *
   * @throws IllegalStateException if the table yields no row or more than one
   */
  Decision decide(String table, Map<String, Object> inputs);

  /**
   * @param outputs the row's outputs by name
   * @param source the table and its version, as stored with the payment: {@code payment-policy:3}
   */
  record Decision(Map<String, Object> outputs, String source) {
    public int number(String output) {
      return ((Number) outputs.get(output)).intValue();
    }

    public long amount(String output) {
      return ((Number) outputs.get(output)).longValue();
    }

    public boolean yes(String output) {
      return (Boolean) outputs.get(output);
    }
  }
}
