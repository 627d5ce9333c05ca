package vn.dvc.pay.web.pages.layout;

import org.springframework.web.servlet.view.RedirectView;

/**
 * The response to every accepted form: a redirect (303) to the page to look at, so that a reload,
 * the back button or a second tab never submits a form again.
 */
public final class SeeOther extends RedirectView {

  public SeeOther(String page) {
    super(page, true, false, false);
  }
}
