package vn.dvc.pay.web.pages.payment.live;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;

/** The pages that listen within a session; however it ends, they end with it. */
class SessionPages implements HttpSessionBindingListener {
  private static final String NAME = SessionPages.class.getName();

  private final ListeningPages pages;

  private SessionPages(ListeningPages pages) {
    this.pages = pages;
  }

  static SessionPages of(HttpSession session, ListeningPages pages) {
    if (session.getAttribute(NAME) instanceof SessionPages known) {
      return known;
    }
    var first = new SessionPages(pages);
    session.setAttribute(NAME, first);
    return first;
  }

  @Override
  public void valueUnbound(HttpSessionBindingEvent event) {
    pages.end(page -> page.isIn(this));
  }
}
