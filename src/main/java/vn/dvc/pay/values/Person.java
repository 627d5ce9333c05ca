package vn.dvc.pay.values;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * One of the persons who act for a payer, as an organisation has several.
 *
 * @param id under which the identity provider knows the person; a digest of it where that is long
 * @param name for other persons of the same payer to read
 */
public record Person(String id, String name) implements Serializable {
  /** As long as the audit trail's actors. */
  private static final int MAX_ID = 64;

  private static final int MAX_NAME = 200;

  public Person {
    name = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    id = id.length() > MAX_ID ? Sha256.hex(id.getBytes(StandardCharsets.UTF_8)) : id;
  }

  public boolean is(Person other) {
    return id.equals(other.id);
  }
}
