package vn.dvc.pay.web.api.registration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.registration.Application.Contact;
import vn.dvc.pay.registration.Application.Representative;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.web.api.Explanation;
import vn.dvc.pay.web.api.Link;
import vn.dvc.pay.web.api.StatusChange;

/**
 * A registration as the API shows it.
 *
 * @param reasonText what the reason means and what the payer can do; null if there is no reason
 * @param holderAtBank how the bank spells the holder's name; shown only while the payer is asked
 *     about it, because it may be somebody else's
 */
record RegistrationView(
    String id,
    String shortReference,
    int version,
    @Nullable Integer paper,
    String status,
    String statusText,
    String reason,
    @Nullable Explanation reasonText,
    String note,
    Payer payer,
    String address,
    Account account,
    boolean nameDiffers,
    String holderAtBank,
    String branch,
    Contact contact,
    Representative representative,
    String formSha256,
    Instant handInBy,
    Instant createdAt,
    String replaces,
    List<StatusChange> history,
    @JsonProperty("_links") Link.Links links) {

  /**
   * @param holder the name as the payer wrote it
   */
  record Account(String bank, String number, String holder) {}
}
