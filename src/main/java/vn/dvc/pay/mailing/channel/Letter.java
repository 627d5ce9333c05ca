package vn.dvc.pay.mailing.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to be sent.
 *
 * @param id of the mailing, the same whenever it is sent again
 * @param subject in one line; a channel without subjects leaves it out
 * @param stop where messages like this one are stopped; null for our own staff
 */
public record Letter(UUID id, String to, String subject, String text, @Nullable String stop) {}
