/** What a template prints: amounts in words, dates and names as Vietnam writes them. */
package vn.dvc.pay.documents.content;
