/** The people's mailboxes and telephones: a mail server and a gateway for SMS. */
@NullMarked
package vn.dvc.sandbox.mailbox;

import org.jspecify.annotations.NullMarked;
