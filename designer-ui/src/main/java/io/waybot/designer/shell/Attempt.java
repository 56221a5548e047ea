package io.waybot.designer.shell;

import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.journey.GateRefused;
import io.waybot.runtime.language.Phrases;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Does what a person asked for; what cannot be done is said in a sentence, never a stack trace. */
@Component
public class Attempt {
  private final Phrases phrases;

  Attempt(Phrases phrases) {
    this.phrases = phrases;
  }

  /** Whether it was done. */
  public boolean to(Runnable act) {
    return get(
            () -> {
              act.run();
              return true;
            })
        .isPresent();
  }

  /** The answer, or empty when it could not be done and the person was told why. */
  public <T> Optional<T> get(Supplier<T> act) {
    try {
      return Optional.of(act.get());
    } catch (ApiProblem problem) {
      Notice.bad(sentence(problem));
      return Optional.empty();
    } catch (GateRefused refused) {
      Notice.bad(phrases.get(Texts.language(), "lint." + refused.rule(), refused.arguments()));
      return Optional.empty();
    }
  }

  /** The problem in the language of the screen. */
  public String sentence(ApiProblem problem) {
    return phrases.get(Texts.language(), "problem." + problem.code(), problem.arguments());
  }
}
