/** The simulated portal: dossiers, profiles and received webhooks. */
@NullMarked
package vn.dvc.sandbox.portal;

import org.jspecify.annotations.NullMarked;
