package io.waybot.db;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Tells Hibernate where the aggregates are, whichever main class starts us. */
@Configuration(proxyBeanMethods = false)
@EntityScan("io.waybot.db")
@EnableJpaRepositories("io.waybot.db")
class DbConfiguration {}
