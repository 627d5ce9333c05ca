package vn.dvc.sandbox.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings in {@code identity.yaml}.
 *
 * @param staff who works with DVC Pay; payers are the portal's
 * @param persons who acts for an organisation among the portal's payers
 * @param payersClient DVC Pay's pages for payers
 * @param staffClient DVC Pay's pages for staff
 * @param apiClient the portal as a caller of DVC Pay's API
 */
@ConfigurationProperties("dvc.sandbox.identity")
public record ProviderSettings(
    List<StaffMember> staff,
    List<PayersPerson> persons,
    Client payersClient,
    Client staffClient,
    ApiClient apiClient) {

  /**
   * @param login the name to sign in with
   * @param name the person's name
   * @param groups what the person may do, by the groups of DVC Pay
   */
  public record StaffMember(String login, String name, List<String> groups) {}

  /**
   * @param login the name to sign in with
   * @param payer the login of the organisation
   * @param name the person's name
   * @param role MAKER or CHECKER of its payments
   */
  public record PayersPerson(String login, String payer, String name, String role) {}

  /**
   * A program at which people sign in; its paths are below DVC Pay's address.
   *
   * @param id its id
   * @param secret its secret
   * @param callback where a browser returns with its code
   * @param home where a browser goes after signing out
   * @param signedOut where the program is told that somebody has signed out elsewhere
   */
  public record Client(String id, String secret, String callback, String home, String signedOut) {}

  /**
   * A program that acts for itself.
   *
   * @param id its id and its secret
   * @param scope what it may ask for
   * @param audience whom its tokens are meant for
   */
  public record ApiClient(String id, String scope, String audience) {}
}
