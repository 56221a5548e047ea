package io.waybot.bots.policy;

import io.waybot.db.policy.ContactRule;
import io.waybot.db.policy.ContactRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    var open = new ArrayList<Open>();
    audiences.forEach(
        (policyCase, audience) -> open.add(new Open(policyCase, audience, checks(policyCase))));
    var columns = byCode.values().stream().flatMap(rule -> rule.columns().stream()).toList();
    var parts =
        facts.byChunk(
            RoaringBitmap.or(audiences.values().toArray(RoaringBitmap[]::new)),
            columns,
            () -> new Part(open));
    var verdicts = new LinkedHashMap<PolicyCase, Verdict>();
    for (int i = 0; i < open.size(); i++) {
      int place = i;
      verdicts.put(
          open.get(i).policyCase(),
          open.get(i).verdict(parts.stream().map(part -> part.sets.get(place)).toList()));
    }
    return verdicts;
  }

  /** The codes of the bank's rules in their order. */
  List<String> order() {
    return bankRules.inOrder().stream().map(ContactRule::code).toList();
  }

  private record Check(String code, Predicate<CustomerFacts> hits) {}

  private record Open(PolicyCase policyCase, RoaringBitmap audience, List<Check> checks) {
    /** The place of the first check that hits; after the last one: none does. */
    int firstHit(CustomerFacts customer) {
      int place = 0;
      while (place < checks.size() && !checks.get(place).hits().test(customer)) {
        place++;
      }
      return place;
    }

    /**
     * @param parts of each part of the customers, by place of the check
     */
    Verdict verdict(List<RoaringBitmap[]> parts) {
      var removed = new LinkedHashMap<String, RoaringBitmap>();
      for (int place = 0; place < checks.size(); place++) {
        removed.put(checks.get(place).code(), together(parts, place));
      }
      return new Verdict(together(parts, checks.size()), removed);
    }

    private static RoaringBitmap together(List<RoaringBitmap[]> parts, int place) {
      return RoaringBitmap.or(parts.stream().map(sets -> sets[place]).iterator());
    }
  }

  /** What becomes of a part of the customers, by case and place of the check that hit first. */
  private static final class Part implements Consumer<CustomerFacts> {
    private final List<Open> open;
    private final List<RoaringBitmap[]> sets;

    Part(List<Open> open) {
      this.open = open;
      this.sets =
          open.stream()
              .map(one ->
                  Stream.generate(RoaringBitmap::new)
                      .limit(one.checks().size() + 1L)
                      .toArray(RoaringBitmap[]::new))
              .toList();
    }

    @Override
    public void accept(CustomerFacts customer) {
      for (int i = 0; i < open.size(); i++) {
        if (open.get(i).audience().contains(customer.customer())) {
          sets.get(i)[open.get(i).firstHit(customer)].add(customer.customer());
        }
      }
    }
  }

  private List<Check> checks(PolicyCase policyCase) {
    var inOrder = bankRules.inOrder();
    requireAll(inOrder);
    var checks = new ArrayList<Check>();
    for (var bankRule : inOrder) {
      var rule = byCode.get(bankRule.code()); // other rules of the bank are judged at other stages
      if (rule != null && rule.appliesTo(policyCase.purpose())) {
        checks.add(new Check(rule.code(), rule.removing(policyCase)));
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
}
