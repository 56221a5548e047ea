package io.waybot.e2e.bench.allocate;

import io.waybot.bots.allocate.Instance;
import java.util.List;
import java.util.function.IntFunction;

/**
 * An instance with the names by which files know its parts.
 *
 * @param limits by limit
 * @param customer by customer
 * @param household by customer; blank: none
 * @param treatment by the treatment's number
 */
record NamedInstance(
    Instance instance,
    List<String> limits,
    IntFunction<String> customer,
    IntFunction<String> household,
    IntFunction<String> treatment) {}
