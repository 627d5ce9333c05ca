/**
 * The production set-up of one machine, tried in a real browser: {@code mvn -Pproduction verify}.
 */
@NullMarked
package vn.dvc.trial;

import org.jspecify.annotations.NullMarked;
