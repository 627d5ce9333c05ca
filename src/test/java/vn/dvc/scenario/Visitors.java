package vn.dvc.scenario;

import com.microsoft.playwright.Page;

/** People who have signed in, each with a browser of their own. */
final class Visitors {
  private final Gallery gallery;
  private final String app;

  Visitors(Gallery gallery, String app) {
    this.gallery = gallery;
    this.app = app;
  }

  Page payer(HostilePayer payer) {
    return signedIn("/login", payer.login());
  }

  /** With a demo account, whose password equals its id. */
  Page operator(String id) {
    return signedIn("/operations/login", id);
  }

  Page nobody() {
    return gallery.visitor(app);
  }

  private Page signedIn(String login, String name) {
    var page = nobody();
    page.navigate(login);
    page.fill("#username", name);
    page.fill("#password", name);
    page.click("main button");
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }
}
