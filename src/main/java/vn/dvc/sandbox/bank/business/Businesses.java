package vn.dvc.sandbox.bank.business;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.SandboxOperation;

/** Finds the line of business that decides an operation. */
@Component
public class Businesses {

  private final Map<SandboxOperation, Business> byOperation = new EnumMap<>(SandboxOperation.class);

  Businesses(List<Business> desks) {
    for (Business business : desks) {
      business.operations().forEach(operation -> byOperation.put(operation, business));
    }
  }

  /** Empty for an inquiry, which needs no decision. */
  public Optional<Business> of(SandboxOperation operation) {
    return Optional.ofNullable(byOperation.get(operation));
  }
}
