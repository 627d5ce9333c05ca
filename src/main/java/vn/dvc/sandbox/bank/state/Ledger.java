package vn.dvc.sandbox.bank.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every movement, oldest first, with the sums by account and by what was given back. */
final class Ledger {

  private record Key(String bank, @Nullable String name) {}

  private final List<LedgerLine> lines = new ArrayList<>();
  private final Map<Key, Long> changes = new HashMap<>();
  private final Map<Key, Long> givenBack = new HashMap<>();

  void add(LedgerLine line) {
    lines.add(line);
    if (line.account() != null) {
      changes.merge(new Key(line.bank(), line.account()), line.change(), Long::sum);
    }
    if (line.kind() == LedgerLine.Kind.REVERSAL) {
      givenBack.merge(new Key(line.bank(), line.givesBack()), line.amount(), Long::sum);
    }
  }

  List<LedgerLine> lines(boolean all) {
    return lines.stream().filter(line -> all || line.kind().movesMoney()).toList();
  }

  long change(String bank, String account) {
    return changes.getOrDefault(new Key(bank, account), 0L);
  }

  long givenBack(String bank, String original) {
    return givenBack.getOrDefault(new Key(bank, original), 0L);
  }
}
