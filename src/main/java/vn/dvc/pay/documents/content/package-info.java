/** What templates print: amounts in words, dates and names as written in Vietnam. */
@NullMarked
package vn.dvc.pay.documents.content;

import org.jspecify.annotations.NullMarked;
