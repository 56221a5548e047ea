package io.waybot.designer.shell;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;

/** The filter chain of the screens; chains for the API and the engine come before it. */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity {
  /** Vaadin and bpmn-js build styles and code at run time; nothing is loaded from elsewhere. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
          + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
          + "connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityFilterChain screens(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(
        requests -> requests.requestMatchers("/*.css", "/icons/**", "/favicon.ico").permitAll());
    http.with(
        VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class, "/login"));
    http.headers(ScreenSecurity::harden);
    return http.build();
  }

  private static void harden(HeadersConfigurer<HttpSecurity> headers) {
    headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY));
    headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    headers.withObjectPostProcessor(
        new ObjectPostProcessor<HeaderWriterFilter>() {
          @Override
          public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true); // Vaadin commits its pages early
            return filter;
          }
        });
  }
}
