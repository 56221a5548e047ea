package io.waybot.runtime.content;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.content.Scripts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.language.Spoken;
import io.waybot.runtime.wording.ContentWording;
import io.waybot.runtime.wording.Remark;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be said about what the bank sells: read by all planners, changed under audit. */
@Service
public class ContentService {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");

  /** As a product's class is written. */
  public static final List<String> PRODUCT_CLASSES =
      List.of(
          "DEPOSIT",
          "STRUCTURED",
          "WEALTH",
          "FUND",
          "INSURANCE",
          "GOLD",
          "CARD",
          "LOAN",
          "SERVICE",
          "PENSION");

  private static final Set<String> INVESTMENTS = Set.of("STRUCTURED", "WEALTH", "FUND", "GOLD");
  private static final String CODE = "[A-Za-z][A-Za-z0-9_]{0,15}";

  private final Contents contents;
  private final Products products;
  private final Scripts scripts;
  private final Disclaimers disclaimers;
  private final ContentWording wording;
  private final OrgUnits units;
  private final AuditLog audit;
  private final CurrentUser user;

  ContentService(
      Contents contents,
      Products products,
      Scripts scripts,
      Disclaimers disclaimers,
      ContentWording wording,
      OrgUnits units,
      AuditLog audit,
      CurrentUser user) {
    this.contents = contents;
    this.products = products;
    this.scripts = scripts;
    this.disclaimers = disclaimers;
    this.wording = wording;
    this.units = units;
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
   * @throws ApiProblem 409 if somebody changed it meanwhile, the code is taken or it is another
   *     unit's, 422 if the two languages use different variables or a word rule forbids the words
   */
  @Transactional
  public Content save(ContentDraft draft, int seenVersion) {
    var person = user.with(Role.PLANNER, Role.ADMIN);
    var zh = variables(draft, "zh");
    var en = variables(draft, "en");
    if (!zh.equals(en)) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "variables_differ", zh, en);
    }
    var forbidden = wording.remarks(draft).stream().filter(Remark::error).toList();
    if (!forbidden.isEmpty()) {
      Spoken why =
          language ->
              forbidden.stream()
                  .map(remark -> wording.sentence(remark, language))
                  .collect(Collectors.joining(" "));
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "content_wording", why);
    }
    var known = contents.find(draft.code());
    if (seenVersion == 0 && known.isPresent()) {
      throw new ApiProblem(HttpStatus.CONFLICT, "content_exists", draft.code());
    }
    if (known.filter(content -> !isOf(person, content)).isPresent()) {
      throw new ApiProblem(HttpStatus.CONFLICT, "content_foreign", draft.code());
    }
    try {
      var saved =
          seenVersion == 0
              ? contents.create(draft.ownedBy(person.unit().code()), person.login())
              : contents.change(draft, seenVersion, person.login());
      audit.append(person.login(), "content.save", draft.code(), "version " + saved.version());
      return saved;
    } catch (IllegalStateException changedMeanwhile) {
      throw new ApiProblem(HttpStatus.CONFLICT, "content_changed", draft.code());
    }
  }

  /** What the word rules say about words that are not saved yet: errors keep them from it. */
  public List<Remark> remarks(ContentDraft draft) {
    return wording.remarks(draft);
  }

  /** What to do about it. */
  public String sentence(Remark remark, Locale language) {
    return wording.sentence(remark, language);
  }

  private boolean isOf(SignedIn person, Content content) {
    return units.find(content.ownerOrg()).filter(person.scope()::covers).isPresent();
  }

  /** What the whole bank sells and says is written at the head office. */
  private SignedIn atHeadOffice() {
    var person = user.with(Role.PLANNER, Role.ADMIN);
    if (person.unit().parentCode() != null) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "head_office_only");
    }
    return person;
  }

  /** Whether the person may change products and scripts. */
  public boolean mayChangeCatalogue() {
    var person = user.get();
    return person.isAny(Role.PLANNER, Role.ADMIN) && person.unit().parentCode() == null;
  }

  /**
   * Writes a product; what is already sent keeps the words it was sent with.
   *
   * @param isNew the code must not be taken
   * @throws ApiProblem 409 {@code content_exists}; 422 {@code product_incomplete}
   */
  @Transactional
  public void save(Product product, boolean isNew) {
    var person = atHeadOffice();
    if (isNew && products.find(product.code()).isPresent()) {
      throw new ApiProblem(HttpStatus.CONFLICT, "content_exists", product.code());
    }
    boolean risky = INVESTMENTS.contains(product.productClass()) && product.riskLevel() == null;
    if (!product.code().matches(CODE)
        || product.nameZh().isBlank()
        || product.nameEn().isBlank()
        || product.marginYuan().signum() < 0
        || risky) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "product_incomplete");
    }
    products.save(product);
    audit.append(person.login(), "product.save", product.code(), product.rate());
  }

  /**
   * Writes a script for branch staff.
   *
   * @param isNew the code must not be taken
   * @throws ApiProblem 409 {@code content_exists}; 422 {@code script_incomplete}
   */
  @Transactional
  public void save(Scripts.Script script, boolean isNew) {
    var person = atHeadOffice();
    if (isNew && scripts.find(script.code()).isPresent()) {
      throw new ApiProblem(HttpStatus.CONFLICT, "content_exists", script.code());
    }
    boolean unnamed = script.nameZh().isBlank() || script.nameEn().isBlank();
    if (!script.code().matches(CODE)
        || unnamed
        || script.textZh().isBlank()
        || script.textEn().isBlank()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "script_incomplete");
    }
    scripts.save(script);
    audit.append(person.login(), "script.save", script.code(), null);
  }

  /** What the platform adds to contents about a product. */
  public List<Disclaimers.Disclaimer> disclaimers() {
    return disclaimers.all();
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
