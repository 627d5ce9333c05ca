/** Business with cards: checks, holds and one-time passwords. */
@NullMarked
package vn.dvc.sandbox.bank.cards;

import org.jspecify.annotations.NullMarked;
