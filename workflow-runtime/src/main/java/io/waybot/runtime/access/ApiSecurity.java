package io.waybot.runtime.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The filter chain of the API: no session, no cookie, HTTP Basic. What carries its own proof
 * (signed receipts, signed links) or says nothing (health) needs no login. The screens have their
 * own chain.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
  private final Problems problems;

  ApiSecurity(Problems problems) {
    this.problems = problems;
  }

  @Bean
  @Order(10)
  SecurityFilterChain api(HttpSecurity http) throws Exception {
    return http.securityMatcher("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(HttpMethod.GET, "/api/v1/health")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/receipts")
                .permitAll()
                .requestMatchers("/api/v1/unsubscribe/**")
                .permitAll()
                .anyRequest()
                .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(this::signIn))
        .exceptionHandling(refusals ->
            refusals.authenticationEntryPoint(this::signIn).accessDeniedHandler(this::denied))
        .build();
  }

  @Bean
  PasswordEncoder passwords() {
    return new RememberingPasswordEncoder(
        PasswordEncoderFactories.createDelegatingPasswordEncoder());
  }

  /** A request is observed as a whole: each filter by itself cost more than many an answer. */
  @Bean
  SecurityObservationSettings observations() {
    return SecurityObservationSettings.noObservations();
  }

  private void signIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Basic realm=\"waybot\", charset=\"UTF-8\"");
    problems.write(new ApiProblem(HttpStatus.UNAUTHORIZED, "not_signed_in"), request, response);
  }

  private void denied(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    problems.write(new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role"), request, response);
  }
}
