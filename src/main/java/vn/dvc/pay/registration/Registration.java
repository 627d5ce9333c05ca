package vn.dvc.pay.registration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.RegistrationId;

/**
 * An immutable snapshot of a registration for the edges.
 *
 * @param version starts at 1 and grows with each correction
 * @param paper the number on the version's form, which counts forms; decisions refer to it
 * @param address the payer's address in the portal's profile, null if it has none
 * @param holderAtBank the holder's name at the bank, null until the enquiry is answered
 * @param nameDiffers whether the two names differ and the payer has not yet confirmed their
 *     spelling
 * @param reason the reason for its status (a code with a text in the resource files), null if none
 *     is needed
 * @param note the teller's or officer's note to the payer, null if none
 * @param formSha256 SHA-256 of this version's printed form, null until it is ready
 * @param handInBy deadline for handing in the signed form, null until it is ready
 * @param replaces the registration that this one is to replace, null if none
 */
public record Registration(
    RegistrationId id,
    int version,
    int paper,
    RegistrationStatus status,
    Payer payer,
    @Nullable String address,
    Application application,
    @Nullable String holderAtBank,
    boolean nameDiffers,
    @Nullable String reason,
    @Nullable String note,
    @Nullable String formSha256,
    @Nullable Instant handInBy,
    Instant createdAt,
    @Nullable RegistrationId replaces,
    List<StatusChange> history) {

  public record StatusChange(RegistrationStatus status, Instant at) {}
}
