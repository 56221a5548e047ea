package io.waybot.designer.demo;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes the demo's pages away where there is no demo. */
@Component
class DemoPages implements VaadinServiceInitListener {
  private final boolean demo;

  DemoPages(@Value("${waybot.demo.enabled:false}") boolean demo) {
    this.demo = demo;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    if (!demo) {
      var routes = RouteConfiguration.forApplicationScope();
      routes.removeRoute(TourView.class);
      routes.removeRoute(ReceivedView.class);
    }
  }
}
