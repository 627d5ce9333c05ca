package vn.dvc.pay.web;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The whole application on a port of its own, asked over real HTTP. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "camunda.bpm.database.schema-update=true")
@ActiveProfiles("test")
@Import(TrialPages.class)
public abstract class WebTest {
  @LocalServerPort private int port;
  @Autowired protected Texts texts;

  protected Caller anybody() {
    return new Caller("http://localhost:" + port);
  }

  protected Caller portal() {
    return anybody().as("portal", "portal");
  }
}
