package vn.dvc.pay.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who owns the tables, under {@code dvc.database.owner}: used for migrations alone, so that the
 * running application cannot change what is only ever added to.
 *
 * @param user the owner's name; if it is blank, the application owns its tables itself
 * @param password the owner's password
 */
@ConfigurationProperties("dvc.database.owner")
record DatabaseOwner(@DefaultValue("") String user, @DefaultValue("") String password) {

  boolean isApart() {
    return !user.isBlank();
  }

  /** Leaves the password out, because settings end up in logs. */
  @Override
  public String toString() {
    return "DatabaseOwner[user=" + user + "]";
  }
}
