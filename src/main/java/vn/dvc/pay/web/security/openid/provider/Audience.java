package vn.dvc.pay.web.security.openid.provider;

/** Who signs in, and where; the two never share a session. */
public enum Audience {
  PAYERS("payers", ""),
  STAFF("staff", "/operations");

  private final String id;
  private final String area;

  Audience(String id, String area) {
    this.id = id;
    this.area = area;
  }

  /** The name of its provider in addresses. */
  public String id() {
    return id;
  }

  /** Begins a sign-in and leads to the provider. */
  public String start() {
    return authorization() + "/" + id;
  }

  public String authorization() {
    return area + "/oauth2/authorization";
  }

  /** Where the provider sends a browser back to. */
  public String callback() {
    return area + "/login/oauth2/code/" + id;
  }

  /** The first page. */
  public String home() {
    return area.isEmpty() ? "/" : area;
  }

  public String login() {
    return area + "/login";
  }

  /** Leads on to the provider, so that the session ends there, too. */
  public String leaving() {
    return area + "/signed-out";
  }
}
