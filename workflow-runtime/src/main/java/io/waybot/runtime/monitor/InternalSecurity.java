package io.waybot.runtime.monitor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The exporter has no user: its token is checked where its events are taken in. */
@Configuration(proxyBeanMethods = false)
class InternalSecurity {
  @Bean
  @Order(5)
  SecurityFilterChain internal(HttpSecurity http) throws Exception {
    return http.securityMatcher("/internal/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests ->
            requests.requestMatchers("/internal/engine-events").permitAll().anyRequest().denyAll())
        .build();
  }
}
