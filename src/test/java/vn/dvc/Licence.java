package vn.dvc;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The licences under which a part may be in our jars, and how parts speak of them. */
enum Licence {
  APACHE("apache[^a-z]{0,3}(software )?(public )?licen[sc]e|apache.?2|licenses/license-2\\.0"),
  MIT("\\bmit\\b|permission is hereby granted, free of charge"),
  BSD("\\bbsd|redistribution and use in source and binary forms"),
  CC0("cc0|creative commons zero|publicdomain/zero"),
  EDL("eclipse distribution licen[sc]e|\\bedl\\b"),
  EPL("eclipse public licen[sc]e|\\bepl\\b"),
  MPL("mozilla public licen[sc]e|\\bmpl\\b"),
  LGPL("(lesser|library) general public licen[sc]e|\\blgpl");

  private final Pattern words;

  Licence(String words) {
    this.words = Pattern.compile(words);
  }

  /** All that a text names, or is. */
  static Set<Licence> in(String text) {
    var plain = plain(text);
    var found = EnumSet.noneOf(Licence.class);
    Arrays.stream(values()).filter(each -> each.words.matcher(plain).find()).forEach(found::add);
    return found;
  }

  /** The first that a text names: by which of several we use a part. */
  static Licence firstIn(String text) {
    var plain = plain(text);
    Licence first = null;
    var at = plain.length();
    for (var each : values()) {
      var found = each.words.matcher(plain);
      if (found.find() && found.start() < at) {
        first = each;
        at = found.start();
      }
    }
    if (first == null) {
      throw new IllegalArgumentException("No licence that we allow: " + text);
    }
    return first;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
