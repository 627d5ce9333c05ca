package vn.dvc.pay.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of a payer's dossiers are wanted.
 *
 * @param status null for all
 * @param text words of the code, the procedure or the authority, with or without diacritics; blank
 *     for all
 */
public record DossierSearch(String payerId, Dossier.@Nullable Status status, String text) {
  public static final int PAGE = 50;

  /**
   * A page of what was found.
   *
   * @param total how many there are on all pages
   * @param payable how many with these words can be paid, whatever status was wanted
   */
  public record Found(List<Dossier> dossiers, long total, long payable) {
    public int pages() {
      return (int) Math.max(1, (total + PAGE - 1) / PAGE);
    }
  }
}
