package vn.dvc.pay.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import vn.dvc.pay.web.pages.layout.SeeOther;

@Tag("fast")
class PageExceptionHandlerTest {
  private static final String PAYMENT = "/payments/P0123456789ABCDEF0123456789ABCDEF";

  private final MockHttpServletRequest request =
      new MockHttpServletRequest("POST", PAYMENT + "/cancel");
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final RedirectAttributesModelMap flash = new RedirectAttributesModelMap();

  @Test
  void raceLostInTheDatabaseLeadsToThePayment() {
    leadsToThePayment(new CannotAcquireLockException("row"));
  }

  @Test
  void raceLostInTheEngineLeadsToThePayment() {
    leadsToThePayment(new OptimisticLockingException("moved on"));
    leadsToThePayment(
        new ProcessEngineException("step failed", new OptimisticLockingException("moved on")));
  }

  @Test
  void unavailableDatabaseIsReportedAsSuch() {
    var outage = new IllegalStateException(new SQLException("gone", "08006"));
    assertThat(handle(outage)).isEqualTo("error/503");
    assertThat(response.getStatus()).isEqualTo(503);
  }

  @Test
  void otherFailuresArePassedOn() {
    var fault = new IllegalStateException();
    assertThatThrownBy(() -> handle(fault)).isSameAs(fault);
  }

  private void leadsToThePayment(RuntimeException failure) {
    var answer = (SeeOther) handle(failure);
    assertThat(answer.getUrl()).isEqualTo(PAYMENT);
    assertThat(flash.getFlashAttributes().get("notice")).isEqualTo("already-processing");
  }

  private Object handle(RuntimeException failure) {
    return new PageExceptionHandler().failed(failure, request, response, flash);
  }
}
