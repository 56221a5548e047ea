package io.waybot.db.customer;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the headings of files into identifiers that are safe in SQL, FEEL and JSON alike. */
public final class SafeNames {
  /** Longest identifier, in characters. */
  public static final int MAX_LENGTH = 48;

  private static final Pattern SAFE = Pattern.compile("[a-z][a-z0-9_]{0," + (MAX_LENGTH - 1) + "}");

  /** Reserved in H2 2.4, PostgreSQL 18 or FEEL, or a column of our own in every data table. */
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric at authorization between binary"
                  + " both by case cast check collate collation column concurrently constraint create"
                  + " cross current_catalog current_date current_path current_role current_schema"
                  + " current_time current_timestamp current_user day default deferrable desc distinct"
                  + " do else end end_date except exists every external false fetch filter first_value"
                  + " for foreign freeze from full function grant group groups having hour if ilike in"
                  + " initially inner instance intersect interval into is isnull item join key"
                  + " last_value lateral leading left like limit localtime localtimestamp minus minute"
                  + " month natural not notnull null number of offset on only or order outer over"
                  + " overlaps partition placing primary qualify range references return returning"
                  + " right row row_active rownum rows satisfies second select session_user set"
                  + " similar some start symmetric system_user table tablesample then time timestamp"
                  + " to top trailing true union unique unknown user using value values variadic"
                  + " verbose when where window with year")
              .split(" "));

  private SafeNames() {}

  /**
   * Whether the name can be used as it is: {@code [a-z][a-z0-9_]*}, short enough and not reserved.
   */
  public static boolean isSafe(String name) {
    return SAFE.matcher(name).matches() && !RESERVED.contains(name);
  }

  /**
   * A safe identifier for a heading: {@code emp.var.rate} becomes {@code emp_var_rate}, {@code
   * default} becomes {@code c_default}, a heading without any Latin letter or digit becomes {@code
   * c<position>}.
   *
   * @param position the column's place in its file, from 1
   */
  public static String of(String heading, int position) {
    var name =
        heading
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    if (name.isEmpty()) {
      return "c" + position;
    }
    if (!Character.isLetter(name.charAt(0)) || RESERVED.contains(name)) {
      name = "c_" + name;
    }
    return name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
  }
}
