/** The table of messages: written with what they tell of, claimed by the node that sends them. */
@NullMarked
package vn.dvc.pay.mailing.queue;

import org.jspecify.annotations.NullMarked;
