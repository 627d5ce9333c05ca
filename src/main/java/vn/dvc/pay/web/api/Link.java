package vn.dvc.pay.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The location of a resource, as a path on this server. */
public record Link(String href) {

  /** The links of one resource. */
  public record Links(Link self, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Link page) {
    public static Links to(String path) {
      return new Links(new Link(path), null);
    }

    /**
     * @param page the address of its page for the payer
     */
    public static Links to(String path, String page) {
      return new Links(new Link(path), new Link(page));
    }
  }
}
