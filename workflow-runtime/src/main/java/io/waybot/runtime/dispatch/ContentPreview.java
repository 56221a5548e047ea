package io.waybot.runtime.dispatch;

import io.waybot.bots.dispatch.ContentRenderer;
import io.waybot.bots.dispatch.ContentRenderer.Rendered;
import io.waybot.bots.dispatch.Unrenderable;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.content.Content;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.content.Wording;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.dispatch.CustomerFacts;
import io.waybot.db.dispatch.CustomerFactsTable;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.language.Spoken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** A content as a customer will see it, saved or still being written. */
@Service
public class ContentPreview {
  private final ContentRenderer renderer;
  private final Products products;
  private final Disclaimers disclaimers;
  private final CustomerStore customers;
  private final CustomerFactsTable facts;
  private final OrgUnits units;
  private final CurrentUser user;

  ContentPreview(
      ContentRenderer renderer,
      Products products,
      Disclaimers disclaimers,
      CustomerStore customers,
      CustomerFactsTable facts,
      OrgUnits units,
      CurrentUser user) {
    this.renderer = renderer;
    this.products = products;
    this.disclaimers = disclaimers;
    this.customers = customers;
    this.facts = facts;
    this.units = units;
    this.user = user;
  }

  /**
   * @param productCode what it is about, null for none
   * @param customerKey a customer of the person's own unit, or null for nobody in particular
   * @throws ApiProblem 404 for a customer out of scope, 422 if a variable has no value
   */
  public Rendered preview(
      String channel,
      String language,
      Content.Text text,
      @Nullable String productCode,
      @Nullable String customerKey) {
    var about = customerKey == null ? CustomerFacts.NONE : facts.of(mine(customerKey));
    return render(
        channel, new Wording("", 0, language, text.title(), text.body(), null), productCode, about);
  }

  Rendered render(
      String channel, Wording wording, @Nullable String productCode, CustomerFacts about) {
    var product = Optional.ofNullable(productCode).flatMap(products::find);
    var disclaimer = product.map(Product::disclaimerCode).flatMap(disclaimers::find);
    try {
      return renderer.render(
          channel, wording, product.orElse(null), disclaimer.orElse(null), about, null);
    } catch (Unrenderable e) {
      Spoken why = spoken -> spoken.getLanguage().equals("en") ? e.why().en() : e.why().zh();
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "content_not_writable", why);
    }
  }

  private int mine(String customerKey) {
    var scope = user.get().scope();
    return customers
        .find(customerKey)
        .filter(c -> units.find(c.org()).filter(scope::covers).isPresent())
        .orElseThrow(ApiProblem::notFound)
        .number();
  }
}
