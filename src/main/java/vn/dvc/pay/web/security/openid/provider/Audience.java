package vn.dvc.pay.web.security.openid.provider;

import vn.dvc.pay.web.security.ports.Side;

/** Who signs in, and where; the two never share a session. */
public enum Audience {
  PAYERS("payers", "", Side.PAYERS),
  STAFF("staff", "/operations", Side.STAFF);

  private final String id;
  private final String area;
  private final Side side;

  Audience(String id, String area, Side side) {
    this.id = id;
    this.area = area;
    this.side = side;
  }

  /** The name of its provider in addresses. */
  public String id() {
    return id;
  }

  /** Where its pages are. */
  public Side side() {
    return side;
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
