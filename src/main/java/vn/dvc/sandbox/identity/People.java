package vn.dvc.sandbox.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.identity.ProviderSettings.PayersPerson;
import vn.dvc.sandbox.portal.SandboxPortalSettings;
import vn.dvc.sandbox.portal.SandboxPortalSettings.Profile;

/** Everybody with an account: the portal's payers and DVC Pay's staff. */
@Component
class People {
  private final Map<String, SandboxPerson> byLogin = new LinkedHashMap<>();

  People(SandboxPortalSettings portal, ProviderSettings settings) {
    portal.profiles().forEach(payer -> add(payer.login(), payer.name(), claims(payer)));
    for (var person : settings.persons()) {
      add(person, portal.profile(person.payer()).orElseThrow(() -> nobody(person)));
    }
    settings
        .staff()
        .forEach(member -> add(member.login(), member.name(), Map.of("groups", member.groups())));
  }

  Optional<SandboxPerson> find(String login) {
    return Optional.ofNullable(byLogin.get(login));
  }

  private void add(String login, String name, Map<String, Object> claims) {
    byLogin.put(login, new SandboxPerson(login, name, claims));
  }

  private static IllegalStateException nobody(PayersPerson person) {
    return new IllegalStateException("No payer " + person.payer() + " for " + person.login());
  }

  /** For programs they are their organisation; who they are themselves comes on top. */
  private void add(PayersPerson person, Profile payer) {
    var claims = new LinkedHashMap<>(claims(payer));
    claims.put("person_name", person.name());
    claims.put("payer_role", person.role());
    add(person.login(), payer.name(), claims);
  }

  private static Map<String, Object> claims(Profile payer) {
    return Map.of("payer_kind", payer.kind(), "payer_id", payer.id());
  }
}
