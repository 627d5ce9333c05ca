package vn.dvc.sandbox.portal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings in {@code portal.yaml}: the payers that the portal knows, and their dossiers.
 *
 * @param profiles the payers
 * @param dueDate until when the demo dossiers' fees must be paid
 * @param dossiers the demo dossiers
 */
@ConfigurationProperties("dvc.sandbox.portal")
public record SandboxPortalSettings(
    List<Profile> profiles, String dueDate, List<DemoDossier> dossiers) {

  /** The profile of a payer, by personal number or tax code, or by login. */
  public Optional<Profile> profile(String idOrLogin) {
    return profiles.stream()
        .filter(each -> each.id().equals(idOrLogin) || each.login().equals(idOrLogin))
        .findFirst();
  }

  /**
   * A payer as the portal knows it.
   *
   * @param representative who signs for an organisation; null for an individual
   */
  public record Profile(
      String login,
      String kind,
      String id,
      String name,
      String phone,
      String email,
      String address,
      @Nullable Representative representative) {}

  public record Representative(String name, String title) {}

  /**
   * A demo dossier.
   *
   * @param payer the id of a profile
   */
  public record DemoDossier(
      String code, String procedure, String authority, String payer, List<Fee> fees) {}

  public record Fee(String code, String name, long amount, Beneficiary beneficiary) {}

  public record Beneficiary(String bank, String account, String name) {}
}
