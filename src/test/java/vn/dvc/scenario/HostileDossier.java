package vn.dvc.scenario;

import static vn.dvc.scenario.HostileTexts.DECOMPOSED;
import static vn.dvc.scenario.HostileTexts.FOREIGN;
import static vn.dvc.scenario.HostileTexts.FORMULA;
import static vn.dvc.scenario.HostileTexts.MARKUP;
import static vn.dvc.scenario.HostileTexts.OFFICE;
import static vn.dvc.scenario.HostileTexts.longest;

import java.util.List;
import java.util.Map;

/** Dossiers in which each hostile text stands in each field. */
enum HostileDossier {
  LONG(longest(500), MARKUP, FORMULA, OFFICE),
  MARKED(MARKUP + FOREIGN, OFFICE, longest(200), longest(200)),
  TYPED(FORMULA, longest(500), DECOMPOSED, MARKUP);

  final String procedure;
  final String authority;
  final String fee;
  final String beneficiary;

  HostileDossier(String procedure, String authority, String fee, String beneficiary) {
    this.procedure = procedure;
    this.authority = authority;
    this.fee = fee;
    this.beneficiary = beneficiary;
  }

  Map<String, Object> owedBy(HostilePayer payer) {
    var account = Map.of("bank", "970415", "account", "113366660001", "name", beneficiary);
    var fees =
        List.of(Map.of("code", "LP01", "name", fee, "amount", 40_000, "beneficiary", account));
    return Map.of(
        "procedure", procedure,
        "authority", authority,
        "payer", payer.inApi(),
        "dueDate", "2027-12-31",
        "fees", fees);
  }
}
