package io.waybot.runtime.decision;

import io.waybot.bots.decide.DecisionTerms.Weights;
import io.waybot.runtime.access.Answers;
import io.waybot.runtime.access.ApiProblem;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A run's decision and what if, over HTTP. */
@RestController
class DecisionApi {
  private final RunDecisions decisions;

  DecisionApi(RunDecisions decisions) {
    this.decisions = decisions;
  }

  /**
   * @param capacity units by limit's key
   * @param weights each 0 to 1
   */
  record Wanted(@Nullable Map<String, Double> capacity, @Nullable Weights weights) {}

  @GetMapping("/api/v1/runs/{run}/decision")
  DecisionView get(@PathVariable UUID run) {
    return decisions.of(run).orElseThrow(ApiProblem::notFound);
  }

  @Answers("400 bad_request")
  @PostMapping("/api/v1/runs/{run}/what-if")
  DecisionView.WhatIf whatIf(@PathVariable UUID run, @RequestBody Wanted wanted) {
    return decisions.whatIf(
        run, wanted.capacity() == null ? Map.of() : wanted.capacity(), wanted.weights());
  }
}
