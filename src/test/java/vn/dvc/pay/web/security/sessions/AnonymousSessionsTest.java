package vn.dvc.pay.web.security.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;

/** Sessions of a real Tomcat, which forgets those of strangers first. */
@Tag("fast")
class AnonymousSessionsTest {

  @Test
  void sessionIsKeptForTheUsualTimeOnceSomebodyHasSignedIn() throws Exception {
    var factory = new TomcatServletWebServerFactory(0);
    factory.getSession().setTimeout(Duration.ofMinutes(30));
    var server =
        factory.getWebServer(
            context -> {
              context.addListener(
                  new AnonymousSessions(
                      new SessionSettings(Duration.ofHours(12), Duration.ofMinutes(10))));
              context.addServlet("page", new Page()).addMapping("/*");
            });
    server.start();
    try {
      var address = "http://localhost:" + server.getPort() + "/";
      assertThat(ask(address)).isEqualTo("600");
      assertThat(ask(address + "?SPRING_SECURITY_CONTEXT")).isEqualTo("1800");
      assertThat(ask(address + "?" + StaffSessions.CONTEXT)).isEqualTo("1800");
      assertThat(ask(address + "?authenticatedUser")).isEqualTo("1800");
      assertThat(ask(address + "?SPRING_SECURITY_SAVED_REQUEST")).isEqualTo("600");
    } finally {
      server.stop();
    }
  }

  private static String ask(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }

  /** Says how long its new session is kept, after it got the attribute that is asked for. */
  private static final class Page extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var session = request.getSession();
      if (request.getQueryString() != null) {
        session.setAttribute(request.getQueryString(), "somebody");
      }
      response.getWriter().print(session.getMaxInactiveInterval());
    }
  }
}
