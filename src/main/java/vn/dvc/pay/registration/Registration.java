package vn.dvc.pay.registration;

import java.time.Instant;
import java.util.List;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.RegistrationId;

/**
 * A registration as the edges show it: a snapshot, not a handle.
 *
 * @param version 1 at first, one more with each correction; forms and decisions name it
 * @param address of the payer by the portal's profile, null where it has none
 * @param holderAtBank the holder as the bank knows the name, null until it was asked
 * @param nameDiffers whether the two names differ and the payer has not confirmed his yet
 * @param reason why it stands where it stands (a code, texts in the resource files), null where
 *     nothing needs saying
 * @param note what the teller or officer wrote to the payer, null where nobody did
 * @param formSha256 of the printed form of this version, null until it is ready
 * @param handInBy until when the signed form must be handed in, null before it is ready
 * @param replaces the registration whose account this one is to replace, null where none
 */
public record Registration(
    RegistrationId id,
    int version,
    RegistrationStatus status,
    Payer payer,
    String address,
    Application application,
    String holderAtBank,
    boolean nameDiffers,
    String reason,
    String note,
    String formSha256,
    Instant handInBy,
    Instant createdAt,
    RegistrationId replaces,
    List<StatusChange> history) {

  public record StatusChange(RegistrationStatus status, Instant at) {}
}
