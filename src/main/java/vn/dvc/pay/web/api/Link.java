package vn.dvc.pay.web.api;

/** The location of a resource, as a path on this server. */
public record Link(String href) {

  /** The links of one resource. */
  public record Links(Link self) {
    public static Links to(String path) {
      return new Links(new Link(path));
    }
  }
}
