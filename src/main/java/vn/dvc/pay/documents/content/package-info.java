/** What templates print: amounts in words, dates and names as written in Vietnam. */
package vn.dvc.pay.documents.content;
