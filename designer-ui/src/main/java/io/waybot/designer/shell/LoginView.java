package io.waybot.designer.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Where a person signs in. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final Texts texts;
  private final LoginForm form = new LoginForm();

  LoginView(Texts texts) {
    this.texts = texts;
    addClassName("wb-login");
    var mark = new Image("icons/waybot.svg", "");
    form.setAction("login");
    form.setForgotPasswordButtonVisible(false);
    form.setI18n(words());
    add(mark, new H1("Waybot"), new Paragraph(texts.get("login.what")), form, languageSwitch());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
  }

  @Override
  public String getPageTitle() {
    return texts.get("login.title") + " · Waybot";
  }

  private LoginI18n words() {
    var words = LoginI18n.createDefault();
    words.getForm().setTitle(texts.get("login.title"));
    words.getForm().setUsername(texts.get("login.user"));
    words.getForm().setPassword(texts.get("login.password"));
    words.getForm().setSubmit(texts.get("login.submit"));
    words.getErrorMessage().setTitle(texts.get("login.wrong.title"));
    words.getErrorMessage().setMessage(texts.get("login.wrong.message"));
    words.getErrorMessage().setUsername(texts.get("login.user.missing"));
    words.getErrorMessage().setPassword(texts.get("login.password.missing"));
    return words;
  }

  private Button languageSwitch() {
    var toEnglish = Texts.isChinese(Texts.language());
    var button = new Button(toEnglish ? "English" : "中文");
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    button.addClickListener(click ->
        getUI().ifPresent(ui -> Language.change(ui, toEnglish ? Texts.ENGLISH : Texts.CHINESE)));
    return button;
  }
}
