package vn.dvc.pay.web.security.openid.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where payers and staff sign in, and what is read from the claims about them.
 *
 * @param payers the provider of payers, such as the portal's
 * @param staff the provider of staff
 */
@ConfigurationProperties("dvc.identity")
public record IdentitySettings(@DefaultValue Payers payers, @DefaultValue Staff staff) {

  public Provider of(Audience audience) {
    return audience == Audience.PAYERS ? payers.provider() : staff.provider();
  }

  public boolean isConfigured(Audience audience) {
    return !of(audience).issuer().isBlank();
  }

  /**
   * @param issuer the provider's address, from which everything else about it is discovered;
   *     without it, nobody signs in there
   * @param clientId as what we are registered there
   * @param clientSecret the secret of this registration
   * @param levels the levels of assurance (claim {@code acr}) with which one is let in; none for
   *     any
   * @param kindClaim the claim that tells {@code INDIVIDUAL} from {@code ORGANISATION}; without it
   *     a payer is an individual
   * @param idClaim the claim with the personal number or tax code
   * @param nameClaim the claim with the name
   * @param personClaim the claim with the name of the person who acts for an organisation; without
   *     it, the person is named by the subject
   * @param roleClaim the claim that tells {@code MAKER} from {@code CHECKER} among the persons of
   *     an organisation; without it, each may approve what another has made
   */
  public record Payers(
      @DefaultValue("") String issuer,
      @DefaultValue("") String clientId,
      @DefaultValue("") String clientSecret,
      @DefaultValue Set<String> levels,
      @DefaultValue("payer_kind") String kindClaim,
      @DefaultValue("payer_id") String idClaim,
      @DefaultValue("name") String nameClaim,
      @DefaultValue("person_name") String personClaim,
      @DefaultValue("payer_role") String roleClaim) {

    Provider provider() {
      return new Provider(issuer, clientId, clientSecret, levels);
    }
  }

  /**
   * @param issuer the provider's address, from which everything else about it is discovered;
   *     without it, nobody signs in there
   * @param clientId as what we are registered there
   * @param clientSecret the secret of this registration
   * @param levels the levels of assurance (claim {@code acr}) with which one is let in; none for
   *     any
   * @param idClaim the claim with the id under which a member of staff works here
   * @param nameClaim the claim with the name
   * @param groupsClaim the claim with the list of groups
   * @param askAgain after this long the provider is asked again who somebody is and in which
   *     groups, which a person whom it still knows does not notice
   * @param groups which of our groups a group of the provider is, by its name there; without any,
   *     they have our names
   */
  public record Staff(
      @DefaultValue("") String issuer,
      @DefaultValue("") String clientId,
      @DefaultValue("") String clientSecret,
      @DefaultValue Set<String> levels,
      @DefaultValue("preferred_username") String idClaim,
      @DefaultValue("name") String nameClaim,
      @DefaultValue("groups") String groupsClaim,
      @DefaultValue("1h") Duration askAgain,
      @DefaultValue Map<String, String> groups) {

    Provider provider() {
      return new Provider(issuer, clientId, clientSecret, levels);
    }

    public List<String> ours(List<String> theirs) {
      return groups.isEmpty()
          ? theirs
          : theirs.stream().filter(groups::containsKey).map(groups::get).toList();
    }
  }

  /** What both have in common. */
  public record Provider(String issuer, String clientId, String clientSecret, Set<String> levels) {}
}
