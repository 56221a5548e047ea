package io.waybot.bots.policy;

import io.waybot.db.policy.ContactRule;
import io.waybot.db.policy.ContactRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Applies the bank's contact rules to a list in one pass. The first rule that hits is the recorded
 * reason. Quiet hours are never judged here: they move a send, they do not cancel it.
 */
@Component
class ContactPolicyFilter {
  private final Map<String, PolicyRule> byCode;
  private final ContactRules bankRules;
  private final FactScan facts;

  ContactPolicyFilter(List<PolicyRule> rules, ContactRules bankRules, FactScan facts) {
    this.byCode = rules.stream().collect(Collectors.toMap(PolicyRule::code, Function.identity()));
    this.bankRules = bankRules;
    this.facts = facts;
  }

  /**
   * @param removed by rule, in the order of the rules; every rule that was applied has its set, if
   *     empty
   */
  record Verdict(RoaringBitmap allowed, Map<String, RoaringBitmap> removed) {}

  Verdict judge(RoaringBitmap audience, PolicyCase policyCase) {
    return judge(Map.of(policyCase, audience)).values().iterator().next();
  }

  /** Several cases, each about its own customers, in one pass over all of them. */
  Map<PolicyCase, Verdict> judge(Map<PolicyCase, RoaringBitmap> audiences) {
    var open = new LinkedHashMap<PolicyCase, Open>();
    audiences.forEach((policyCase, audience) ->
        open.put(policyCase, new Open(audience, checks(policyCase), new RoaringBitmap())));
    var columns = byCode.values().stream().flatMap(rule -> rule.columns().stream()).toList();
    facts.each(
        RoaringBitmap.or(audiences.values().toArray(RoaringBitmap[]::new)),
        columns,
        customer -> open.values().forEach(one -> one.judge(customer)));
    var verdicts = new LinkedHashMap<PolicyCase, Verdict>();
    open.forEach((policyCase, one) -> verdicts.put(policyCase, one.verdict()));
    return verdicts;
  }

  /** The codes of the bank's rules in their order. */
  List<String> order() {
    return bankRules.inOrder().stream().map(ContactRule::code).toList();
  }

  private record Open(RoaringBitmap audience, List<Check> checks, RoaringBitmap allowed) {
    void judge(CustomerFacts customer) {
      if (audience.contains(customer.customer())) {
        setFor(customer, checks, allowed).add(customer.customer());
      }
    }

    Verdict verdict() {
      var removed = new LinkedHashMap<String, RoaringBitmap>();
      checks.forEach(check -> removed.put(check.code(), check.removed()));
      return new Verdict(allowed, removed);
    }
  }

  private record Check(String code, Predicate<CustomerFacts> hits, RoaringBitmap removed) {}

  private List<Check> checks(PolicyCase policyCase) {
    var inOrder = bankRules.inOrder();
    requireAll(inOrder);
    var checks = new ArrayList<Check>();
    for (var bankRule : inOrder) {
      var rule = byCode.get(bankRule.code()); // other rules of the bank are judged at other stages
      if (rule != null && rule.appliesTo(policyCase.purpose())) {
        checks.add(new Check(rule.code(), rule.removing(policyCase), new RoaringBitmap()));
      }
    }
    return checks;
  }

  /** A rule that fell out of the bank's table would let everybody through without a trace. */
  private void requireAll(List<ContactRule> inOrder) {
    var present = inOrder.stream().map(ContactRule::code).toList();
    for (var code : byCode.keySet()) {
      if (!present.contains(code)) {
        throw new IllegalStateException("contact rule " + code + " is missing or switched off");
      }
    }
  }

  private static RoaringBitmap setFor(
      CustomerFacts customer, List<Check> checks, RoaringBitmap allowed) {
    for (var check : checks) {
      if (check.hits().test(customer)) {
        return check.removed();
      }
    }
    return allowed;
  }
}
