package io.waybot.demo.bank;

import java.util.Set;

/**
 * What the world outside may know of one customer.
 *
 * @param group G1 to G7, or empty
 * @param app active, dormant or none
 * @param demandYuan balance of the current account, with the salary that just arrived
 * @param events codes of the events dealt for the first date
 */
public record Customer(
    int number,
    String org,
    String relationshipManager,
    String group,
    String app,
    int depositViews30d,
    boolean heldTermBefore,
    double demandYuan,
    double assetsYuan,
    int salaryYuan,
    int age,
    Set<String> events) {}
