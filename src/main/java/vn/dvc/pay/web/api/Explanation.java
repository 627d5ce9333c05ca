package vn.dvc.pay.web.api;

/** What a code means, and what the payer can do next. */
public record Explanation(String title, String nextStep) {}
