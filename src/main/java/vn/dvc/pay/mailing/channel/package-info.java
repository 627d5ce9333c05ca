/** The ways to people: an SMTP server and a gateway for SMS. */
@NullMarked
package vn.dvc.pay.mailing.channel;

import org.jspecify.annotations.NullMarked;
