/** Whether anything is wrong: the operators' start page, and the metrics of the same facts. */
@NullMarked
package vn.dvc.pay.operations.overview;

import org.jspecify.annotations.NullMarked;
