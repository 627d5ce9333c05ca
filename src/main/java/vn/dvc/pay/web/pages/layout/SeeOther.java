package vn.dvc.pay.web.pages.layout;

import org.springframework.web.servlet.view.RedirectView;

/**
 * The answer to every accepted form: look at this page now (303). So a reload, the back button or a
 * second tab never sends a form again.
 */
public final class SeeOther extends RedirectView {

  public SeeOther(String page) {
    super(page, true, false, false);
  }
}
