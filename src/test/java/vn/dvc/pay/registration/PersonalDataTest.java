package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.registration.RegistrationStatus.AWAITING_FORM;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.UNDER_REVIEW;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.scenario.Secrets;

/** The engine, which more people may look into, learns nothing of a payer (X11). */
@RegistrationTest
class PersonalDataTest {
  @Autowired RegistrationFixture fixture;
  @Autowired ScriptedAccounts bank;
  @Autowired ProcessEngine engine;
  @Autowired DataSource database;

  @Test
  void engineKeepsNothingPersonalOfARegistrationWhileFormsShowIt() throws SQLException {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    var registration = fixture.started(payer, account);
    var id = registration.id();
    var contact = registration.application().contact();
    var personal =
        new Secrets(
            payer.id(),
            account,
            contact.phone(),
            contact.email(),
            registration.application().holder().toUpperCase());

    fixture.reaches(id, AWAITING_FORM);
    assertThat(ofTheEngine(personal)).isEmpty();
    var shown = engine.getTaskService().getVariables(fixture.task(id).id());
    assertThat((String) shown.get("facts")).contains(payer.name(), payer.id(), account);
    assertThat(shown).containsEntry("payer", payer.shortName());

    fixture.decides(id, "receiveForm", "teller-1", "RECEIVED", null);
    fixture.reaches(id, UNDER_REVIEW);
    assertThat(ofTheEngine(personal)).isEmpty();
    fixture.decides(id, "approve", "officer-1", "APPROVED", null);
    fixture.reaches(id, REGISTERED);
    assertThat(ofTheEngine(personal)).as("history").isEmpty();
    assertThat(personal.inTablesOf(database)).as("our own tables").isNotEmpty();
  }

  private List<String> ofTheEngine(Secrets personal) throws SQLException {
    return personal.inTablesOf(database).stream()
        .filter(column -> column.toUpperCase().startsWith("ACT_"))
        .toList();
  }
}
