package io.waybot.runtime.journey.lint;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.runtime.language.Phrases;
import java.io.IOException;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class EngineWordsTest {
  private static final String VALIDATORS =
      "classpath*:io/camunda/zeebe/model/bpmn/validation/zeebe/*.class";
  private static final Pattern SENTENCE = Pattern.compile("[A-Z]\\S* \\S+ .*");

  private final Phrases phrases = new Phrases();

  private final EngineWords words = new EngineWords(phrases);

  @Test
  void saysInBothLanguagesWhatTheEnginesModelSays() {
    var said =
        words.of("Exactly one of the attributes 'type, retries' must be present and not blank");

    assertThat(said.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("type, retries 中必须且只能填写一个。");
    assertThat(said.in(Locale.ENGLISH)).isEqualTo("Fill in exactly one of type, retries.");
  }

  @Test
  void leavesASentenceThatItDoesNotKnowAsItIs() {
    assertThat(words.of("Out of cheese").in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("Out of cheese");
  }

  @Test
  void knowsEverySentenceOfTheValidatorsOfThisRelease() throws IOException {
    var sentences = sentences();

    assertThat(sentences).hasSizeGreaterThan(40);
    assertThat(sentences.stream().filter(s -> !phrases.has(EngineWords.key(s)))).isEmpty();
  }

  private static TreeSet<String> sentences() throws IOException {
    var constants = new TreeSet<String>();
    for (var file : new PathMatchingResourcePatternResolver().getResources(VALIDATORS)) {
      new ClassReader(file.getContentAsByteArray())
          .accept(new Constants(constants), ClassReader.SKIP_DEBUG);
    }
    return constants.stream()
        .filter(text -> SENTENCE.matcher(text).matches())
        .map(text -> text.replace("blank%s", "blank"))
        .collect(toCollection(TreeSet::new));
  }

  private static final class Constants extends ClassVisitor {
    private final TreeSet<String> found;

    Constants(TreeSet<String> found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLdcInsn(Object value) {
          if (value instanceof String text) {
            found.add(text);
          }
        }
      };
    }
  }
}
