package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class BankGroupsTest {

  @Test
  void groupOfOneBankIsAPartOfTheGroupForAll() {
    assertThat(BankGroups.at("970415", "bank-officers")).isEqualTo("bank-officers-970415");
    assertThat(BankGroups.at("970415", "bank-officers-970431")).isEqualTo("bank-officers-970415");
    assertThat(BankGroups.base("bank-officers-970415")).isEqualTo("bank-officers");
    assertThat(BankGroups.base("operators")).isEqualTo("operators");
    assertThat(BankGroups.bank("bank-officers-970415")).contains("970415");
    assertThat(BankGroups.bank("bank-officers")).isEmpty();
    assertThat(BankGroups.bank("operators")).isEmpty();
    assertThat(BankGroups.isMember(Set.of("bank-officers-970415"), "bank-officers")).isTrue();
    assertThat(BankGroups.isMember(Set.of("bank-officers-970415"), "bank-tellers")).isFalse();
    assertThat(BankGroups.isMember(Set.of("bank-officers"), "bank-officers-970415")).isFalse();
  }

  @Test
  void staffOfOneBankAreNotAnothers() {
    assertThat(BankGroups.areStaff(Set.of("operators"))).isFalse();
    assertThat(BankGroups.areStaff(Set.of("bank-tellers-970415"))).isTrue();
    assertThat(BankGroups.areStaffOf("970415", Set.of("bank-tellers-970415"))).isTrue();
    assertThat(BankGroups.areStaffOf("970415", Set.of("bank-supervisors"))).isTrue();
    assertThat(BankGroups.areStaffOf("970415", Set.of("bank-tellers-970431"))).isFalse();
  }
}
