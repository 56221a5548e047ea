package io.waybot.demo.bank;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The invented bank: one generated population of a size, seen on its first business date. What does
 * not depend on either is in {@link DemoTables}.
 */
public final class DemoBank {
  private final Population population;
  private final LocalDate firstDate;

  private DemoBank(int customers, LocalDate firstDate) {
    this.population = new Population(customers);
    this.firstDate = firstDate;
  }

  /**
   * @param customers 1,000 to 2,000,000; all counts scale from 50,000
   * @param firstDate D0: every date in the data is a fixed number of days before or after it
   */
  public static DemoBank of(int customers, LocalDate firstDate) {
    return new DemoBank(customers, firstDate);
  }

  /** Generates the bank and writes all its files, see {@link #write(Path)}. */
  public static void write(int customers, LocalDate firstDate, Path directory) throws IOException {
    of(customers, firstDate).write(directory);
  }

  /**
   * Writes {@code customers.csv}, {@code events.csv}, {@code salaries.csv}, {@code app_events.csv}
   * and {@code history.csv}: UTF-8, RFC 4180 with a header, ISO dates; beside each its import
   * mapping, as {@code customers.mapping.json}, with the day before D0 as data date. Rows are
   * streamed, in customer order.
   */
  public void write(Path directory) throws IOException {
    new BankFiles(this, directory).writeAll();
  }

  /**
   * Writes the files that arrive on a later day: events, salaries and app events of the day before
   * D0 + {@code day}.
   *
   * @param day at least 1
   */
  public void writeDay(int day, Path directory) throws IOException {
    new BankFiles(this, directory).writeDay(day);
  }

  public LocalDate firstDate() {
    return firstDate;
  }

  public int customers() {
    return population.scale.customers();
  }

  /**
   * @throws IllegalArgumentException if the bank has no such customer
   */
  public Customer customer(int number) {
    return profile(number).customer();
  }

  public Stream<Customer> allCustomers() {
    return population.numbers().mapToObj(this::customer);
  }

  /** Whether the customer is in {@code history.csv}. */
  public boolean pushedInPastCampaign(int number) {
    return profile(number).pushedBefore();
  }

  /** The customers of the starter journey's list that no contact rule removes. */
  public List<Customer> paydayCustomersFreeToContact() {
    return population
        .numbers()
        .filter(population::onPaydayList)
        .filter(n -> population.fate(n) == Fate.FREE)
        .mapToObj(this::customer)
        .toList();
  }

  Profile profile(int number) {
    int last = Population.FIRST + customers() - 1;
    if (number < Population.FIRST || number > last) {
      throw new IllegalArgumentException(
          "no customer " + number + ": numbers are " + Population.FIRST + " to " + last);
    }
    return new Profile(number, population, firstDate);
  }

  Population population() {
    return population;
  }
}
