package vn.dvc.pay.engine.people;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The staff of the default profile; each one's password equals their id. */
@Component
@Profile("!production")
class DemoStaff implements FirstStaff {
  /** Refused in production, see {@link ProductionStaff}. */
  static final List<String> IDS =
      List.of(
          "teller-1",
          "officer-1",
          "officer-2",
          "supervisor-1",
          "operator-1",
          "operator-2",
          "operator-3",
          "analyst-1",
          "admin");

  private static final Map<String, String> GROUPS =
      Map.of(
          "teller", "bank-tellers",
          "officer", "bank-officers",
          "supervisor", "bank-supervisors",
          "operator", "operators",
          "analyst", "analysts",
          "admin", StaffGroups.ADMINS);
  private static final Map<String, String> NAMES =
      Map.of(
          "teller-1", "Trần Thị Giao Dịch",
          "officer-1", "Lê Văn Duyệt",
          "officer-2", "Phạm Thị Soát",
          "supervisor-1", "Hoàng Văn Phụ Trách",
          "operator-1", "Vũ Thị Vận Hành",
          "operator-2", "Đặng Văn Trực",
          "operator-3", "Ngô Thị Kiểm",
          "analyst-1", "Bùi Thị Phân Tích",
          "admin", "Quản Trị");

  private final StaffAccounts people;

  DemoStaff(StaffAccounts people) {
    this.people = people;
  }

  @Override
  public void provide() {
    for (String id : IDS) {
      people.provide(id, NAMES.get(id), id, GROUPS.get(id.replaceAll("-\\d+$", "")));
    }
  }
}
