package vn.dvc.pay.web.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.ProblemWriter;

/**
 * Rejects requests from the portal and from banks whose body exceeds 64 KB, whatever length they
 * declare.
 */
@Component
public class BodyLimit extends OncePerRequestFilter {
  public static final int MOST = 64 * 1024;
  private final ProblemWriter problems;

  BodyLimit(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ApiRefusals.concern(request.getServletPath());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var tooLong = request.getContentLengthLong() > MOST;
    var body = tooLong ? null : request.getInputStream().readNBytes(MOST + 1);
    if (tooLong || body.length > MOST) {
      problems.write(request, response, new Problem(413, "body-too-large"));
    } else {
      chain.doFilter(new Read(request, body), response);
    }
  }

  /** The request with its body already read. */
  private static class Read extends HttpServletRequestWrapper {
    private final byte[] body;

    Read(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      var bytes = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
          return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
          return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("The body has already been read");
        }
      };
    }
  }
}
