package vn.dvc.pay.web.api;

/** Where something is found, as a path on this server. */
record Link(String href) {

  /** The links of one thing. */
  record Links(Link self) {
    static Links to(String path) {
      return new Links(new Link(path));
    }
  }
}
