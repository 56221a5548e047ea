package io.waybot.designer.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;
import org.springframework.stereotype.Component;

/** What every page of the browser carries: theme, our styles, the push channel. */
@Component
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("waybot.css")
@StyleSheet("designer.css")
@StyleSheet("pages.css")
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
public class AppShell implements AppShellConfigurator {
  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addFavIcon("icon", "icons/waybot.svg", "any");
  }
}
