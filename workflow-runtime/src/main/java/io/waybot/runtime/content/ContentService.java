package io.waybot.runtime.content;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.content.Scripts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be said about what the bank sells: read by all planners, changed under audit. */
@Service
public class ContentService {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");

  private final Contents contents;
  private final Products products;
  private final Scripts scripts;
  private final AuditLog audit;
  private final CurrentUser user;

  ContentService(
      Contents contents, Products products, Scripts scripts, AuditLog audit, CurrentUser user) {
    this.contents = contents;
    this.products = products;
    this.scripts = scripts;
    this.audit = audit;
    this.user = user;
  }

  public List<Content> contents() {
    return contents.all();
  }

  public List<Product> products() {
    return products.all();
  }

  public List<Scripts.Script> scripts() {
    return scripts.all();
  }

  /**
   * Writes a new content, or the next version of an existing one.
   *
   * @param seenVersion the version the person was looking at; 0 for a new content
   * @throws ApiProblem 409 if somebody changed it meanwhile or the code is taken, 422 if the two
   *     languages use different variables
   */
  @Transactional
  public Content save(ContentDraft draft, int seenVersion) {
    var person = user.with(Role.PLANNER, Role.ADMIN);
    var zh = variables(draft, "zh");
    var en = variables(draft, "en");
    if (!zh.equals(en)) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "variables_differ", zh, en);
    }
    if (seenVersion == 0 && contents.find(draft.code()).isPresent()) {
      throw new ApiProblem(HttpStatus.CONFLICT, "content_exists", draft.code());
    }
    try {
      var saved =
          seenVersion == 0
              ? contents.create(draft, person.login())
              : contents.change(draft, seenVersion, person.login());
      audit.append(person.login(), "content.save", draft.code(), "version " + saved.version());
      return saved;
    } catch (IllegalStateException changedMeanwhile) {
      throw new ApiProblem(HttpStatus.CONFLICT, "content_changed", draft.code());
    }
  }

  /** Replaces a product's terms; what is already sent keeps the words it was sent with. */
  @Transactional
  public void save(Product product) {
    var person = user.with(Role.PLANNER, Role.ADMIN);
    products.save(product);
    audit.append(person.login(), "product.save", product.code(), product.rate());
  }

  private static Set<String> variables(ContentDraft draft, String language) {
    var names = new TreeSet<String>();
    var text = draft.texts().get(language);
    if (text != null) {
      VARIABLE
          .matcher(text.title() + " " + text.body())
          .results()
          .forEach(m -> names.add(m.group(1)));
    }
    return names;
  }
}
