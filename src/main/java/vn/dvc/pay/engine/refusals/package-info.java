/**
 * What the engine's callers are told when one of our steps or listeners refuses a task: the refusal
 * itself, not the engine's account of an expression that failed.
 */
@NullMarked
package vn.dvc.pay.engine.refusals;

import org.jspecify.annotations.NullMarked;
