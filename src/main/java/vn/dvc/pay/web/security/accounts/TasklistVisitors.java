package vn.dvc.pay.web.security.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dvc.pay.engine.signin.TasklistSessions;

/**
 * Recognises, for the current request only, who is signed in to Tasklist if nobody is signed in to
 * our own pages.
 */
public class TasklistVisitors extends OncePerRequestFilter {
  private final TasklistSessions tasklist;

  public TasklistVisitors(TasklistSessions tasklist) {
    this.tasklist = tasklist;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = request.getSession(false);
    if (session != null && SecurityContextHolder.getContext().getAuthentication() == null) {
      tasklist
          .member(session)
          .ifPresent(
              member -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(StaffRoles.authentication(member));
                SecurityContextHolder.setContext(context);
              });
    }
    chain.doFilter(request, response);
  }
}
