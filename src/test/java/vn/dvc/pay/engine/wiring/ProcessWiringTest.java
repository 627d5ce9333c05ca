package vn.dvc.pay.engine.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import vn.dvc.pay.engine.models.ModelFiles;

/** The models that we ship fit the program that we ship. */
@SpringBootTest
@ActiveProfiles("test")
class ProcessWiringTest {
  @Autowired WiringCheck wiring;
  @Autowired ModelFiles models;

  @Test
  void everyModelFitsTheProgram() {
    assertThat(wiring.faults(models.read())).isEmpty();
  }

  @Test
  void everyStepBeanServesAModel() {
    assertThat(wiring.beansWithoutModel(models.read())).isEmpty();
  }
}
