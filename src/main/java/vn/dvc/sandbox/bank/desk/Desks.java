package vn.dvc.sandbox.bank.desk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.Operation;

/** Which desk decides what. */
@Component
public class Desks {

  private final Map<Operation, Desk> byOperation = new EnumMap<>(Operation.class);

  Desks(List<Desk> desks) {
    for (Desk desk : desks) {
      desk.operations().forEach(operation -> byOperation.put(operation, desk));
    }
  }

  /** Empty of an inquiry, which needs no decision. */
  public Optional<Desk> of(Operation operation) {
    return Optional.ofNullable(byOperation.get(operation));
  }
}
