package vn.dvc.pay.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The groups of the banks' staff. Whoever is in {@code bank-officers} works for every bank, whoever
 * is in {@code bank-officers-970415} for that bank alone: its members see and do nothing of others.
 */
public final class BankGroups {
  public static final String TELLERS = "bank-tellers";
  public static final String OFFICERS = "bank-officers";
  public static final String SUPERVISORS = "bank-supervisors";

  /** Those for every bank. */
  public static final List<String> ALL = List.of(TELLERS, OFFICERS, SUPERVISORS);

  private BankGroups() {}

  /** The group that does at one bank what this one does at every bank. */
  public static String at(String bank, String group) {
    return base(group) + "-" + bank;
  }

  /** The group for every bank that this one is of, or the group itself if it is no bank's. */
  public static String base(String group) {
    return ALL.stream().filter(base -> isOf(base, group)).findFirst().orElse(group);
  }

  /** The bank that the group is limited to. */
  public static Optional<String> bank(String group) {
    var base = base(group);
    return ALL.contains(base) && !base.equals(group)
        ? Optional.of(group.substring(base.length() + 1))
        : Optional.empty();
  }

  /** Whether one of the groups is this one, for every bank or for one. */
  public static boolean isMember(Set<String> groups, String base) {
    return groups.stream().anyMatch(group -> isOf(base, group));
  }

  /** Whether somebody in these groups works for a bank. */
  public static boolean areStaff(Set<String> groups) {
    return ALL.stream().anyMatch(base -> isMember(groups, base));
  }

  /** Whether somebody in these groups works for this bank. */
  public static boolean areStaffOf(String bank, Set<String> groups) {
    return ALL.stream().anyMatch(base -> groups.contains(base) || groups.contains(at(bank, base)));
  }

  private static boolean isOf(String base, String group) {
    return group.equals(base) || group.startsWith(base + "-");
  }
}
