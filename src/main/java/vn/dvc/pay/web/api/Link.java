package vn.dvc.pay.web.api;

/** Where something is found, as a path on this server. */
public record Link(String href) {

  /** The links of one thing. */
  public record Links(Link self) {
    public static Links to(String path) {
      return new Links(new Link(path));
    }
  }
}
