package vn.dvc.pay.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class LongPasswordsTest {
  private final UserEntity officer = new UserEntity("officer-1");

  @Test
  void shortPasswordsAreRefused() {
    assertThat(takes("1")).isFalse();
    assertThat(takes("elevensigns")).isFalse();
    assertThat(takes("twelve-signs")).isTrue();
  }

  @Test
  void passwordsWithTheIdInThemAreRefused() {
    assertThat(takes("i-am-OFFICER-1-today")).isFalse();
  }

  private boolean takes(String password) {
    return new LongPasswords().getRules().get(0).execute(password, officer);
  }
}
