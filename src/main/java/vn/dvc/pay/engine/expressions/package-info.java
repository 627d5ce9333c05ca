/** What an expression in a model may see: process variables and step beans, nothing else. */
@NullMarked
package vn.dvc.pay.engine.expressions;

import org.jspecify.annotations.NullMarked;
