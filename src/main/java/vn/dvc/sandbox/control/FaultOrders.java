package vn.dvc.sandbox.control;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;
import vn.dvc.sandbox.bank.moods.SandboxFaults;

/** Parses what a tester wants to go wrong, and says clearly what is wrong with the order. */
@Component
class FaultOrders {

  private static final int MAX_TIMES = 1_000_000;
  private static final int MAX_SECONDS = 600;

  private final SandboxSettings settings;

  FaultOrders(SandboxSettings settings) {
    this.settings = settings;
  }

  /** Reads {@code {bank, operation, fault, times, seconds}}; the last two are optional. */
  SandboxFaults.Switched read(Map<String, ?> order) {
    String bank = String.valueOf(order.get("bank"));
    if (settings.bank(bank).isEmpty()) {
      throw new BadOrder(
          "bank-unknown",
          "bank is one of "
              + settings.banks().stream()
                  .map(SandboxSettings.Bank::bin)
                  .collect(Collectors.joining(", ")));
    }
    SandboxOperation operation =
        SandboxOperation.of(String.valueOf(order.get("operation")))
            .orElseThrow(
                () -> new BadOrder("operation-unknown", "operation is one of " + operations()));
    Fault fault =
        Fault.of(String.valueOf(order.get("fault")))
            .orElseThrow(() -> new BadOrder("fault-unknown", "fault is one of " + faults()));
    if (!fault.appliesTo(operation)) {
      throw new BadOrder(
          "fault-not-applicable", fault.word() + " means nothing for " + operation.word());
    }
    return new SandboxFaults.Switched(
        bank,
        operation,
        fault,
        number(order, "times", 1, 1, MAX_TIMES),
        number(order, "seconds", fault.usualSeconds(), 0, MAX_SECONDS));
  }

  private static int number(Map<String, ?> order, String name, int usual, int least, int most) {
    Object value = order.get(name);
    if (value == null || "".equals(value)) {
      return usual;
    }
    try {
      int number = Integer.parseInt(String.valueOf(value));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, together with numbers that are out of range.
    }
    throw new BadOrder(
        name + "-invalid", name + " is a whole number from " + least + " to " + most);
  }

  private static String operations() {
    return Arrays.stream(SandboxOperation.values())
        .map(SandboxOperation::word)
        .collect(Collectors.joining(", "));
  }

  private static String faults() {
    return Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.joining(", "));
  }
}
