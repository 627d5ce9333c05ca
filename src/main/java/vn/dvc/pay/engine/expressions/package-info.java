/** What an expression in a model may see: process variables and step beans, nothing else. */
package vn.dvc.pay.engine.expressions;
