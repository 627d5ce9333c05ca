package vn.dvc.sandbox.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Answers what DVC Pay asks and tells the portal, and then does not come to an end. */
@Component
class PortalMoodFilter extends OncePerRequestFilter {

  private final PortalMoods moods;

  PortalMoodFilter(PortalMoods moods) {
    this.moods = moods;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().startsWith("/portal/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var mood = moods.take();
    if (mood.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    var well = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, well);
    var body = well.getContentAsByteArray();
    if (well.getStatus() == HttpServletResponse.SC_NO_CONTENT) {
      response.setStatus(HttpServletResponse.SC_OK);
    }
    mood.get().how().write(response, body, mood.get().atMost());
  }
}
