/** When a bank's answer settles an attempt, and how answers after that are handled. */
package vn.dvc.pay.clarification.finality;
